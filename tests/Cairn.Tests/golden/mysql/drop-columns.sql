-- setup
CREATE TABLE `authors` (
  `id` int NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`id`)
);
CREATE TABLE `posts` (
  `id` int,
  `author_id` int,
  `slug` varchar(80),
  `title` varchar(80),
  `body` text,
  `rating` int,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  CONSTRAINT `posts_slug_unique` UNIQUE (`slug`),
  CONSTRAINT `posts_rating_check` CHECK (`rating` > 0),
  CONSTRAINT `posts_sane` CHECK (rating < 6),
  INDEX `posts_author_id_title_index` (`author_id`, `title`),
  CONSTRAINT `posts_author_id_foreign` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`)
);
ALTER TABLE `posts` DROP INDEX `posts_author_id_title_index`;

-- body
ALTER TABLE `posts`
  DROP COLUMN `title`,
  DROP COLUMN `body`;
