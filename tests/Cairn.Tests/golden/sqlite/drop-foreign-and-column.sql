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
CREATE TABLE `invoices` (
  `id` integer NOT NULL CONSTRAINT `invoices_pkey` PRIMARY KEY AUTOINCREMENT,
  `customer_id` integer,
  CONSTRAINT `invoices_customer_id_foreign` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`)
);

-- body
CREATE TABLE `_cairn_new_invoices` (
  `id` integer NOT NULL CONSTRAINT `invoices_pkey` PRIMARY KEY AUTOINCREMENT
);
INSERT INTO `_cairn_new_invoices` (`id`) SELECT `id` FROM `invoices`;
DELETE FROM sqlite_sequence WHERE name = '_cairn_new_invoices';
INSERT INTO sqlite_sequence (name, seq) SELECT '_cairn_new_invoices', seq FROM sqlite_sequence WHERE name = 'invoices';
DROP TABLE `invoices`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_invoices` RENAME TO `invoices`;
PRAGMA legacy_alter_table = OFF;
