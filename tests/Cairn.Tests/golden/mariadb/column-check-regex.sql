-- body
CREATE TABLE `checks` (
  `id` int NOT NULL AUTO_INCREMENT,
  `code` varchar(8),
  PRIMARY KEY (`id`),
  CONSTRAINT `checks_code_check` CHECK (`code` REGEXP '^[A-Z]+$')
);
