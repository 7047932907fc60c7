-- body
CREATE TABLE `ranges` (
  `id` int NOT NULL AUTO_INCREMENT,
  `low` int,
  `high` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `ranges_order` CHECK (low <= high)
);
