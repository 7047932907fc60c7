-- setup
CREATE TABLE `orders` (
  `id` int NOT NULL AUTO_INCREMENT,
  `code` varchar(20) NOT NULL,
  `quantity` int DEFAULT 1,
  PRIMARY KEY (`id`),
  CONSTRAINT `orders_code_unique` UNIQUE (`code`),
  CONSTRAINT `orders_quantity_check` CHECK (`quantity` > 0),
  INDEX `orders_code_quantity_index` (`code`, `quantity`)
);

-- body
CREATE TABLE `orders_archive` LIKE `orders`;
ALTER TABLE `orders_archive` RENAME INDEX `orders_code_unique` TO `orders_archive_code_unique`, RENAME INDEX `orders_code_quantity_index` TO `orders_archive_code_quantity_index`;
