-- body
CREATE TABLE `places` (
  `id` int NOT NULL AUTO_INCREMENT,
  `shape` geometry,
  PRIMARY KEY (`id`)
);
