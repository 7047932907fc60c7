-- body
CREATE TABLE `defaults` (
  `id` integer NOT NULL CONSTRAINT `defaults_pkey` PRIMARY KEY AUTOINCREMENT,
  `seven` integer DEFAULT 7,
  `minus` integer DEFAULT -7,
  `price` decimal(10, 2) DEFAULT 9.95,
  `ratio` double DEFAULT 0.5,
  `yes` boolean DEFAULT 1,
  `no` boolean DEFAULT 0,
  `number_as_flag` boolean DEFAULT 1,
  `word` varchar(255) DEFAULT 'it''s',
  `empty` varchar(255) DEFAULT '',
  `nothing` varchar(255) DEFAULT NULL,
  `digits` varchar(255) DEFAULT '5',
  `letter` char(1) DEFAULT 'x',
  `size` text DEFAULT 'm' CONSTRAINT `defaults_size_check` CHECK (`size` IN ('s', 'm'))
);
