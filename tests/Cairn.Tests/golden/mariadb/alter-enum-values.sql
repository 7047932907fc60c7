-- setup
CREATE TABLE `tickets` (
  `state` enum('open','closed') NOT NULL DEFAULT 'open'
);

-- body
ALTER TABLE `tickets` MODIFY COLUMN `state` enum('open','closed','late') NOT NULL DEFAULT 'open';
