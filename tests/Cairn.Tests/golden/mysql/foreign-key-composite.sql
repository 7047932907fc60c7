-- setup
CREATE TABLE `memberships` (
  `user_id` int,
  `group_id` int,
  PRIMARY KEY (`user_id`, `group_id`)
);

-- body
CREATE TABLE `visits` (
  `id` int NOT NULL AUTO_INCREMENT,
  `user_id` int,
  `group_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `visits_user_id_group_id_foreign` FOREIGN KEY (`user_id`, `group_id`) REFERENCES `memberships` (`user_id`, `group_id`) ON UPDATE CASCADE
);
