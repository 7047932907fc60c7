-- body
CREATE TABLE `times` (
  `id` integer NOT NULL CONSTRAINT `times_pkey` PRIMARY KEY AUTOINCREMENT,
  `day` date,
  `hour` time,
  `local` datetime,
  `exact_local` datetime,
  `moment` timestamp,
  `exact_moment` timestamp,
  `duration` text
);
