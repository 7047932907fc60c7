-- body
CREATE TABLE `numbers` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `tiny` tinyint,
  `small` smallint,
  `plain` int,
  `big` bigint,
  `price` decimal(12,4),
  `standard` decimal(8,2),
  `real_one` float,
  `double_one` double,
  `flag` tinyint(1),
  PRIMARY KEY (`id`)
);
