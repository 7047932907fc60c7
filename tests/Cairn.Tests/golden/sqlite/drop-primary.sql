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

-- body
CREATE TABLE `_cairn_new_posts` (
  `id` integer NOT NULL,
  `author_id` integer,
  `slug` varchar(80),
  `title` varchar(80),
  `body` text,
  `rating` integer,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT `posts_slug_unique` UNIQUE (`slug`),
  CONSTRAINT `posts_rating_check` CHECK (`rating` > 0),
  CONSTRAINT `posts_sane` CHECK (rating < 6),
  CONSTRAINT `posts_author_id_foreign` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`)
);
INSERT INTO `_cairn_new_posts` (rowid, `id`, `author_id`, `slug`, `title`, `body`, `rating`, `created_at`, `updated_at`) SELECT rowid, `id`, `author_id`, `slug`, `title`, `body`, `rating`, `created_at`, `updated_at` FROM `posts`;
DROP TABLE `posts`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_posts` RENAME TO `posts`;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX `posts_author_id_title_index` ON `posts` (`author_id`, `title`);
-- must return no row: Rows of table posts refer to rows that do not exist.
PRAGMA foreign_key_check(`posts`);
