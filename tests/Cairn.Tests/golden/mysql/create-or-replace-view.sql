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
CREATE OR REPLACE VIEW `big_orders` AS
SELECT id FROM orders WHERE quantity > 10;
CREATE OR REPLACE VIEW `big_orders` AS
SELECT id FROM orders WHERE quantity > 100;
