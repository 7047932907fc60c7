-- body
CREATE TABLE `defaults` (
  `id` int NOT NULL AUTO_INCREMENT,
  `seven` int DEFAULT 7,
  `minus` int DEFAULT -7,
  `price` decimal(10,2) DEFAULT 9.95,
  `ratio` double DEFAULT 0.5,
  `yes` tinyint(1) DEFAULT 1,
  `no` tinyint(1) DEFAULT 0,
  `number_as_flag` tinyint(1) DEFAULT 1,
  `word` varchar(255) DEFAULT 'it''s',
  `empty` varchar(255) DEFAULT '',
  `nothing` varchar(255) DEFAULT NULL,
  `digits` varchar(255) DEFAULT '5',
  `letter` char(1) DEFAULT 'x',
  `size` enum('s','m') DEFAULT 'm',
  PRIMARY KEY (`id`)
);
