-- body
CREATE TABLE `numbers` (
  `id` integer NOT NULL CONSTRAINT `numbers_pkey` PRIMARY KEY AUTOINCREMENT,
  `tiny` tinyint,
  `small` smallint,
  `plain` integer,
  `big` bigint,
  `price` decimal(12, 4),
  `standard` decimal(8, 2),
  `real_one` float,
  `double_one` double,
  `flag` boolean
);
