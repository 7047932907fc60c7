-- setup
CREATE TABLE `tickets` (
  `state` text NOT NULL DEFAULT 'open' CONSTRAINT `tickets_state_check` CHECK (`state` IN ('open', 'closed'))
);

-- body
CREATE TABLE `_cairn_new_tickets` (
  `state` varchar(40) NOT NULL DEFAULT 'open'
);
INSERT INTO `_cairn_new_tickets` (rowid, `state`) SELECT rowid, `state` FROM `tickets`;
DROP TABLE `tickets`;
PRAGMA legacy_alter_table = ON;
ALTER TABLE `_cairn_new_tickets` RENAME TO `tickets`;
PRAGMA legacy_alter_table = OFF;
