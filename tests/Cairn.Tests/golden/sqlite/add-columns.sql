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
ALTER TABLE `orders` ADD COLUMN `tenant_id` integer NOT NULL DEFAULT 1;
CREATE INDEX `orders_tenant_id_index` ON `orders` (`tenant_id`);
ALTER TABLE `orders` ADD COLUMN `coupon` varchar(20);
CREATE UNIQUE INDEX `orders_coupon_unique` ON `orders` (`coupon`);
ALTER TABLE `orders` ADD COLUMN `weight` integer CONSTRAINT `orders_weight_check` CHECK (`weight` >= 0);
ALTER TABLE `orders` ADD COLUMN `status` text NOT NULL DEFAULT 'new' CONSTRAINT `orders_status_check` CHECK (`status` IN ('new', 'paid'));
ALTER TABLE `orders` ADD COLUMN `invoice_id` integer CONSTRAINT `orders_invoice_id_foreign` REFERENCES `customers` (`id`) ON DELETE SET NULL;
ALTER TABLE `orders` ADD COLUMN `remark` varchar(255);
