-- setup
CREATE TABLE `visits` (
  `at` timestamp NOT NULL
);

-- body
CREATE TABLE `_cairn_new_visits` (
  `at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO `_cairn_new_visits` (rowid, `at`) SELECT rowid, `at` FROM `visits`;
DROP TABLE `visits`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_visits` RENAME TO `visits`;
PRAGMA legacy_alter_table = OFF;
