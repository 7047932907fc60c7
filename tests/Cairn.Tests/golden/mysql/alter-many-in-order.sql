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
  ADD COLUMN `a` int,
  DROP COLUMN `note`;
ALTER TABLE `orders`
  ADD COLUMN `note` varchar(30),
  RENAME COLUMN `quantity` TO `amount`;
ALTER TABLE `orders`
  MODIFY COLUMN `amount` int DEFAULT 1,
  ADD INDEX `orders_amount_index` (`amount`);
ALTER TABLE `orders` ALTER COLUMN `amount` SET DEFAULT NULL;
