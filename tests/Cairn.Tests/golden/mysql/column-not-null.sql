-- body
CREATE TABLE `nulls` (
  `id` int NOT NULL AUTO_INCREMENT,
  `required` int NOT NULL,
  `optional` int,
  `unsaid` int,
  PRIMARY KEY (`id`)
);
