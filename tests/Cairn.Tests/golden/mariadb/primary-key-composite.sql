-- body
CREATE TABLE `memberships` (
  `user_id` int,
  `group_id` int,
  PRIMARY KEY (`user_id`, `group_id`)
);
