-- body
CREATE TABLE `counted` (
  `number` int NOT NULL AUTO_INCREMENT,
  `id` char(36),
  PRIMARY KEY (`id`),
  CONSTRAINT `counted_number_unique` UNIQUE (`number`)
);
