-- body
CREATE TABLE `defaults` (
  `id` int NOT NULL AUTO_INCREMENT,
  `day` date DEFAULT '2026-02-28',
  `hour` time DEFAULT '13:45:30',
  `local` datetime DEFAULT '2026-02-28 13:45:30',
  `moment` timestamp NULL DEFAULT '2026-02-28 11:45:30',
  `local_now` datetime DEFAULT CURRENT_TIMESTAMP,
  `moment_now` timestamp NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`)
);
