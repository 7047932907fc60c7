-- setup
CREATE TABLE `orders` (
  `id` int NOT NULL AUTO_INCREMENT,
  `note` varchar(40),
  PRIMARY KEY (`id`),
  UNIQUE INDEX `one_note` (`note` DESC)
);

-- body
ALTER TABLE `orders` DROP INDEX `one_note`;
