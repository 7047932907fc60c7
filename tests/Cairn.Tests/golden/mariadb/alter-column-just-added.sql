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
ALTER TABLE `orders` ADD COLUMN `extra` varchar(10) DEFAULT '5';
ALTER TABLE `orders` MODIFY COLUMN `extra` varchar(10) NOT NULL DEFAULT '5';
ALTER TABLE `orders` MODIFY COLUMN `extra` int NOT NULL DEFAULT '5';
