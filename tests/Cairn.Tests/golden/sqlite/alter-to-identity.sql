-- setup
CREATE TABLE `plain` (
  `id` integer NOT NULL,
  CONSTRAINT `plain_pkey` PRIMARY KEY (`id`)
);

-- body
CREATE TABLE `_cairn_new_plain` (
  `id` integer NOT NULL CONSTRAINT `plain_pkey` PRIMARY KEY AUTOINCREMENT
);
INSERT INTO `_cairn_new_plain` (`id`) SELECT `id` FROM `plain`;
DROP TABLE `plain`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_plain` RENAME TO `plain`;
PRAGMA legacy_alter_table = OFF;
