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
ALTER TABLE `orders` RENAME COLUMN `note` TO `remark`;
