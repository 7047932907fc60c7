-- setup
CREATE TABLE `posts` (
  `id` integer NOT NULL CONSTRAINT `posts_pkey` PRIMARY KEY AUTOINCREMENT,
  `rating` integer,
  CONSTRAINT `posts_rating_check` CHECK (`rating` > 0)
);

-- body
CREATE TABLE `_cairn_new_posts` (
  `id` integer NOT NULL CONSTRAINT `posts_pkey` PRIMARY KEY AUTOINCREMENT
);
INSERT INTO `_cairn_new_posts` (`id`) SELECT `id` FROM `posts`;
DELETE FROM sqlite_sequence WHERE name = '_cairn_new_posts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_cairn_new_posts', seq FROM sqlite_sequence WHERE name = 'posts';
DROP TABLE `posts`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_posts` RENAME TO `posts`;
PRAGMA legacy_alter_table = OFF;
