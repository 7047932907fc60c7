-- setup
CREATE TABLE `customers` (
  `id` integer NOT NULL CONSTRAINT `customers_pkey` PRIMARY KEY AUTOINCREMENT,
  `email` varchar(100) NOT NULL
);
CREATE TABLE `orders` (
  `id` integer NOT NULL CONSTRAINT `orders_pkey` PRIMARY KEY AUTOINCREMENT,
  `customer_id` integer NOT NULL,
  `note` varchar(100) NOT NULL DEFAULT 'none',
  `quantity` integer NOT NULL DEFAULT 1,
  `paid` boolean DEFAULT 0
);

-- body
CREATE TABLE `invoices` (
  `id` integer NOT NULL CONSTRAINT `invoices_pkey` PRIMARY KEY AUTOINCREMENT,
  `customer_id` integer,
  `order_id` integer,
  CONSTRAINT `invoices_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT `invoices_order_id_foreign` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) DEFERRABLE INITIALLY DEFERRED
);
