-- body
CREATE TABLE `seats` (
  `id` int NOT NULL AUTO_INCREMENT,
  `row_number` int,
  `place` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `seats_row_number_place_unique` UNIQUE (`row_number`, `place`),
  CONSTRAINT `one_per_place` UNIQUE (`place`)
);
