-- setup
CREATE TABLE `authors` (
  `id` integer NOT NULL CONSTRAINT `authors_pkey` PRIMARY KEY AUTOINCREMENT
);
CREATE TABLE `posts` (
  `id` integer NOT NULL,
  `author_id` integer,
  `slug` varchar(80),
  `title` varchar(80),
  `body` text,
  `rating` integer,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT `posts_pkey` PRIMARY KEY (`id`),
  CONSTRAINT `posts_slug_unique` UNIQUE (`slug`),
  CONSTRAINT `posts_rating_check` CHECK (`rating` > 0),
  CONSTRAINT `posts_sane` CHECK (rating < 6),
  CONSTRAINT `posts_author_id_foreign` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`)
);
CREATE INDEX `posts_author_id_title_index` ON `posts` (`author_id`, `title`);
DROP INDEX `posts_author_id_title_index`;

-- body
ALTER TABLE `posts` DROP COLUMN `title`;
ALTER TABLE `posts` DROP COLUMN `body`;
