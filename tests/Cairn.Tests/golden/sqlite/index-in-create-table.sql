-- body
CREATE TABLE `posts` (
  `id` integer NOT NULL CONSTRAINT `posts_pkey` PRIMARY KEY AUTOINCREMENT,
  `slug` varchar(80),
  `author_id` integer
);
CREATE INDEX `by_slug` ON `posts` (`slug`);
CREATE INDEX `posts_author_id_index` ON `posts` (`author_id`);
CREATE INDEX `posts_author_id_slug_index` ON `posts` (`author_id`, `slug`);
