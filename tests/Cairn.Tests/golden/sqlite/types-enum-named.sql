-- body
CREATE TABLE `orders` (
  `id` integer NOT NULL CONSTRAINT `orders_pkey` PRIMARY KEY AUTOINCREMENT,
  `status` text NOT NULL DEFAULT 'new' CONSTRAINT `orders_status_check` CHECK (`status` IN ('new', 'paid'))
);
