-- setup
CREATE TABLE `words` (
  `word` varchar(50) COLLATE `utf8mb4_bin` NOT NULL DEFAULT 'x' COMMENT 'keep'
);

-- body
ALTER TABLE `words` MODIFY COLUMN `word` varchar(200) COLLATE `utf8mb4_bin` NOT NULL DEFAULT 'x' COMMENT 'keep';
