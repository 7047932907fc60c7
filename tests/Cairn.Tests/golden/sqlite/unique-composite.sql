-- body
CREATE TABLE `seats` (
  `id` integer NOT NULL CONSTRAINT `seats_pkey` PRIMARY KEY AUTOINCREMENT,
  `row_number` integer,
  `place` integer,
  CONSTRAINT `seats_row_number_place_unique` UNIQUE (`row_number`, `place`),
  CONSTRAINT `one_per_place` UNIQUE (`place`)
);
