-- body
CREATE TABLE IF NOT EXISTS `users` (
  `id` int NOT NULL AUTO_INCREMENT,
  `email` varchar(255),
  PRIMARY KEY (`id`),
  INDEX `users_email_index` (`email`)
);
