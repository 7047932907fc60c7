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
CREATE TRIGGER `orders_log` AFTER INSERT ON `orders`
FOR EACH ROW
BEGIN
  INSERT INTO customers (email) VALUES (NEW.note);
END;
DROP TRIGGER `orders_log`;
DROP TRIGGER IF EXISTS `orders_log`;
