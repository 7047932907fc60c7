-- body
CREATE TABLE `unsigneds` (
  `id` integer NOT NULL CONSTRAINT `unsigneds_pkey` PRIMARY KEY AUTOINCREMENT,
  `age` integer NOT NULL CONSTRAINT `unsigneds_age_check` CHECK (`age` >= 0),
  `price` decimal(10, 2) CONSTRAINT `unsigneds_price_check` CHECK (`price` >= 0),
  `stock` integer CONSTRAINT `unsigneds_stock_check` CHECK (`stock` >= 0),
  CONSTRAINT `unsigneds_stock_check2` CHECK (`stock` BETWEEN 1 AND 10)
);
