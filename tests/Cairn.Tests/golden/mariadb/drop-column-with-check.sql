-- setup
CREATE TABLE `posts` (
  `id` int NOT NULL AUTO_INCREMENT,
  `rating` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `posts_rating_check` CHECK (`rating` > 0)
);

-- body
ALTER TABLE `posts`
  DROP CONSTRAINT `posts_rating_check`,
  DROP COLUMN `rating`;
