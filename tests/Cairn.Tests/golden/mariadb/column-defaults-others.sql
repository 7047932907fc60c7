-- body
CREATE TABLE `defaults` (
  `id` int NOT NULL AUTO_INCREMENT,
  `id2` char(36) DEFAULT '6f1d2c3b-0000-4000-8000-00000000abcd',
  `settings` json DEFAULT ('{"a":[1]}'),
  `list` json DEFAULT ('[1,2]'),
  `bytes` varbinary(4) DEFAULT x'00ff10',
  `raw` int DEFAULT (1 + 1),
  PRIMARY KEY (`id`)
);
