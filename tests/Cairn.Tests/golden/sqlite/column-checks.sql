-- body
CREATE TABLE `checks` (
  `id` integer NOT NULL CONSTRAINT `checks_pkey` PRIMARY KEY AUTOINCREMENT,
  `amount` integer,
  `size` varchar(5),
  `level` integer,
  `percent` integer,
  `code` varchar(8),
  `data` text CONSTRAINT `checks_data_check` CHECK (`data` IS NULL OR json_valid(`data`)),
  `name` varchar(80),
  CONSTRAINT `checks_amount_check` CHECK (`amount` > 0),
  CONSTRAINT `checks_amount_check2` CHECK (amount < 100),
  CONSTRAINT `checks_size_check` CHECK (`size` IN ('s', 'it''s')),
  CONSTRAINT `checks_level_check` CHECK (`level` IN (1, 2, 3)),
  CONSTRAINT `percent_range` CHECK (`percent` BETWEEN 0 AND 100),
  CONSTRAINT `checks_code_check` CHECK (length(`code`) = 8),
  CONSTRAINT `checks_data_check2` CHECK (data IS NOT NULL),
  CONSTRAINT `name_length` CHECK (length(`name`) >= 2)
);
