-- setup
CREATE TABLE `sizes` (
  `size` varchar(5),
  CONSTRAINT `sizes_size_check` CHECK (`size` IN ('s', 'm'))
);

-- body
CREATE TABLE `_cairn_new_sizes` (
  `size` varchar(40),
  CONSTRAINT `sizes_size_check` CHECK (`size` IN ('s', 'm'))
);
INSERT INTO `_cairn_new_sizes` (rowid, `size`) SELECT rowid, `size` FROM `sizes`;
DROP TABLE `sizes`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_sizes` RENAME TO `sizes`;
PRAGMA legacy_alter_table = OFF;
