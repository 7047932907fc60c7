-- setup
CREATE TABLE `plain` (
  `code` char(4) NOT NULL
);

-- body
CREATE TABLE `_cairn_new_plain` (
  `code` char(4) NOT NULL, CONSTRAINT `plain_pkey` PRIMARY KEY (`code`)
);
INSERT INTO `_cairn_new_plain` (rowid, `code`) SELECT rowid, `code` FROM `plain`;
DROP TABLE `plain`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_plain` RENAME TO `plain`;
PRAGMA legacy_alter_table = OFF;
