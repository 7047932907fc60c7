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
  ADD CONSTRAINT `orders_customer_id_note_unique` UNIQUE (`customer_id`, `note`),
  ADD CONSTRAINT `orders_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  ADD CONSTRAINT `orders_sane` CHECK (quantity < 1000);
