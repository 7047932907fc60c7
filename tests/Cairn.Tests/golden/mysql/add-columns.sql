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

-- body
ALTER TABLE `orders`
  ADD COLUMN `tenant_id` int NOT NULL DEFAULT 1,
  ADD INDEX `orders_tenant_id_index` (`tenant_id`),
  ADD COLUMN `coupon` varchar(20),
  ADD CONSTRAINT `orders_coupon_unique` UNIQUE (`coupon`),
  ADD COLUMN `weight` int unsigned,
  ADD COLUMN `status` enum('new','paid') NOT NULL DEFAULT 'new',
  ADD COLUMN `invoice_id` int,
  ADD CONSTRAINT `orders_invoice_id_foreign` FOREIGN KEY (`invoice_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL,
  ADD COLUMN `remark` varchar(255) COMMENT 'by hand';
