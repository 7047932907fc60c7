-- body
CREATE TABLE `places` (
  `id` int NOT NULL AUTO_INCREMENT,
  `location` point,
  PRIMARY KEY (`id`)
);
