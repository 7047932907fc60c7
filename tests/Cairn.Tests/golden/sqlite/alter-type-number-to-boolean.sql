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
-- must return no row: Column quantity of table orders cannot become boolean: these rows have values that would be changed by it. Correct them first, or say with Using(…) how they become new ones.
SELECT * FROM `orders` WHERE `quantity` IS NOT NULL AND (CASE WHEN typeof(`quantity`) IN ('integer', 'real') THEN `quantity` <> 0 WHEN lower(trim(`quantity`)) IN ('t', 'true', 'y', 'yes', 'on', '1') THEN 1 WHEN lower(trim(`quantity`)) IN ('f', 'false', 'n', 'no', 'off', '0') THEN 0 END) IS NULL LIMIT 10;
CREATE TABLE `_cairn_new_orders` (
  `id` integer NOT NULL CONSTRAINT `orders_pkey` PRIMARY KEY AUTOINCREMENT,
  `customer_id` integer NOT NULL,
  `note` varchar(100) NOT NULL DEFAULT 'none',
  `quantity` boolean NOT NULL DEFAULT 1,
  `paid` boolean DEFAULT 0
);
INSERT INTO `_cairn_new_orders` (`id`, `customer_id`, `note`, `quantity`, `paid`) SELECT `id`, `customer_id`, `note`, CASE WHEN typeof(`quantity`) IN ('integer', 'real') THEN `quantity` <> 0 WHEN lower(trim(`quantity`)) IN ('t', 'true', 'y', 'yes', 'on', '1') THEN 1 WHEN lower(trim(`quantity`)) IN ('f', 'false', 'n', 'no', 'off', '0') THEN 0 END, `paid` FROM `orders`;
DELETE FROM sqlite_sequence WHERE name = '_cairn_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_cairn_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE `orders`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_orders` RENAME TO `orders`;
PRAGMA legacy_alter_table = OFF;
