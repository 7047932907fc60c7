-- body
CREATE TABLE `unsigneds` (
  `id` int NOT NULL AUTO_INCREMENT,
  `age` int unsigned NOT NULL,
  `price` decimal(10,2) unsigned,
  `stock` int unsigned,
  PRIMARY KEY (`id`),
  CONSTRAINT `unsigneds_stock_check2` CHECK (`stock` BETWEEN 1 AND 10)
);
