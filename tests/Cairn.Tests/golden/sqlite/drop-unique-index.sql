-- setup
CREATE TABLE `orders` (
  `id` integer NOT NULL CONSTRAINT `orders_pkey` PRIMARY KEY AUTOINCREMENT,
  `note` varchar(40)
);
CREATE UNIQUE INDEX `one_note` ON `orders` (`note` DESC);

-- body
DROP INDEX `one_note`;
