-- setup
CREATE TABLE `customers` (
  `id` int NOT NULL AUTO_INCREMENT,
  `email` varchar(100) NOT NULL,
  PRIMARY KEY (`id`)
);
CREATE TABLE `orders` (
  `id` int NOT NULL AUTO_INCREMENT,
  `customer_id` int NOT NULL,
  `note` varchar(100) NOT NULL DEFAULT 'none',
  `quantity` int NOT NULL DEFAULT 1,
  `paid` tinyint(1) DEFAULT 0,
  PRIMARY KEY (`id`)
);
CREATE TABLE `invoices` (
  `id` int NOT NULL AUTO_INCREMENT,
  `customer_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `invoices_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`)
);

-- body
ALTER TABLE `invoices`
  DROP FOREIGN KEY `invoices_customer_id_foreign`,
  DROP INDEX `invoices_customer_id_foreign`;
ALTER TABLE `invoices` DROP COLUMN `customer_id`;
