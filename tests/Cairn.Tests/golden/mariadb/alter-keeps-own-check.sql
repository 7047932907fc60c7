-- setup
CREATE TABLE `sizes` (
  `size` varchar(5),
  CONSTRAINT `sizes_size_check` CHECK (`size` IN ('s', 'm'))
);

-- body
ALTER TABLE `sizes` MODIFY COLUMN `size` varchar(40);
