-- setup
CREATE TABLE `memberships` (
  `user_id` integer NOT NULL,
  `group_id` integer NOT NULL,
  CONSTRAINT `memberships_pkey` PRIMARY KEY (`user_id`, `group_id`)
);

-- body
CREATE TABLE `visits` (
  `id` integer NOT NULL CONSTRAINT `visits_pkey` PRIMARY KEY AUTOINCREMENT,
  `user_id` integer,
  `group_id` integer,
  CONSTRAINT `visits_user_id_group_id_foreign` FOREIGN KEY (`user_id`, `group_id`) REFERENCES `memberships` (`user_id`, `group_id`) ON UPDATE CASCADE
);
