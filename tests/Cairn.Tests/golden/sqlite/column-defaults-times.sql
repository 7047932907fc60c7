-- body
CREATE TABLE `defaults` (
  `id` integer NOT NULL CONSTRAINT `defaults_pkey` PRIMARY KEY AUTOINCREMENT,
  `day` date DEFAULT '2026-02-28',
  `hour` time DEFAULT '13:45:30',
  `local` datetime DEFAULT '2026-02-28 13:45:30',
  `moment` timestamp DEFAULT '2026-02-28 11:45:30',
  `local_now` datetime DEFAULT CURRENT_TIMESTAMP,
  `moment_now` timestamp DEFAULT CURRENT_TIMESTAMP
);
