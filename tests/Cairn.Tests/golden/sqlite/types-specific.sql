-- body
CREATE TABLE `specials` (
  `id` integer NOT NULL CONSTRAINT `specials_pkey` PRIMARY KEY AUTOINCREMENT,
  `amount` numeric(20,6) NOT NULL
);
