-- setup
CREATE TABLE `orders` (
  `id` integer NOT NULL CONSTRAINT `orders_pkey` PRIMARY KEY AUTOINCREMENT,
  `code` varchar(20) NOT NULL,
  `quantity` integer DEFAULT 1,
  CONSTRAINT `orders_code_unique` UNIQUE (`code`),
  CONSTRAINT `orders_quantity_check` CHECK (`quantity` > 0)
);
CREATE INDEX `orders_code_quantity_index` ON `orders` (`code`, `quantity`);

-- body
CREATE TABLE `orders_archive` (
  `id` integer NOT NULL CONSTRAINT `orders_archive_pkey` PRIMARY KEY AUTOINCREMENT,
  `code` varchar(20) NOT NULL,
  `quantity` integer DEFAULT 1,
  CONSTRAINT `orders_archive_code_unique` UNIQUE (`code`),
  CONSTRAINT `orders_archive_quantity_check` CHECK (`quantity` > 0)
);
CREATE INDEX `orders_archive_code_quantity_index` ON `orders_archive` (`code`, `quantity`);
