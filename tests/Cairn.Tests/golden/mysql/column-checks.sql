-- body
CREATE TABLE `checks` (
  `id` int NOT NULL AUTO_INCREMENT,
  `amount` int,
  `size` varchar(5),
  `level` int,
  `percent` int,
  `code` varchar(8),
  `data` json,
  `name` varchar(80),
  PRIMARY KEY (`id`),
  CONSTRAINT `checks_amount_check` CHECK (`amount` > 0),
  CONSTRAINT `checks_amount_check2` CHECK (amount < 100),
  CONSTRAINT `checks_size_check` CHECK (`size` IN ('s', 'it''s')),
  CONSTRAINT `checks_level_check` CHECK (`level` IN (1, 2, 3)),
  CONSTRAINT `percent_range` CHECK (`percent` BETWEEN 0 AND 100),
  CONSTRAINT `checks_code_check` CHECK (char_length(`code`) = 8),
  CONSTRAINT `checks_data_check2` CHECK (data IS NOT NULL),
  CONSTRAINT `name_length` CHECK (char_length(`name`) >= 2)
);
