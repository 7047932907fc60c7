-- body
CREATE TABLE `posts` (
  `id` int NOT NULL AUTO_INCREMENT,
  `slug` varchar(80),
  `author_id` int,
  PRIMARY KEY (`id`),
  INDEX `by_slug` (`slug`),
  INDEX `posts_author_id_index` (`author_id`),
  INDEX `posts_author_id_slug_index` (`author_id`, `slug`)
);
