-- body
CREATE TABLE `boxes` (
  `id` integer NOT NULL CONSTRAINT `boxes_pkey` PRIMARY KEY AUTOINCREMENT,
  `width` integer NOT NULL,
  `area` integer GENERATED ALWAYS AS (width * width) STORED
);
