-- body
CREATE TABLE `users` (
  `id` integer NOT NULL CONSTRAINT `users_pkey` PRIMARY KEY AUTOINCREMENT,
  `email` varchar(255)
);
CREATE INDEX `users_email_index` ON `users` (`email`);
