-- body
CREATE TABLE `specials` (
  `id` int NOT NULL AUTO_INCREMENT,
  `amount` numeric(20,6) NOT NULL,
  PRIMARY KEY (`id`)
);
