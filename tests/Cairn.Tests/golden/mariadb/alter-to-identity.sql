-- setup
CREATE TABLE `plain` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- body
ALTER TABLE `plain` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
