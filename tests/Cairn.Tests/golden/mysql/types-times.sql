-- body
CREATE TABLE `times` (
  `id` int NOT NULL AUTO_INCREMENT,
  `day` date,
  `hour` time,
  `local` datetime,
  `exact_local` datetime(3),
  `moment` timestamp NULL,
  `exact_moment` timestamp(6) NULL,
  `duration` varchar(64),
  PRIMARY KEY (`id`)
);
