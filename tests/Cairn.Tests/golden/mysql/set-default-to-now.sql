-- setup
CREATE TABLE `visits` (
  `at` timestamp NOT NULL
);

-- body
ALTER TABLE `visits` MODIFY COLUMN `at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
