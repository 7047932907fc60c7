-- body
CREATE TABLE `users` (
  `id` integer NOT NULL CONSTRAINT `users_pkey` PRIMARY KEY AUTOINCREMENT,
  `email` varchar(255) NOT NULL,
  `bio` text,
  `active` boolean NOT NULL DEFAULT 1,
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT `users_email_unique` UNIQUE (`email`)
);
