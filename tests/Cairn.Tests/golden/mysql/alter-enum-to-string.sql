-- setup
CREATE TABLE `tickets` (
  `state` enum('open','closed') NOT NULL DEFAULT 'open'
);

-- body
ALTER TABLE `tickets` MODIFY COLUMN `state` varchar(40) NOT NULL DEFAULT 'open';
