-- As MikroORM 6.6.16 made it on mysql. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE `mikro_orm_migrations` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) DEFAULT NULL,
  `executed_at` datetime DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
INSERT INTO `mikro_orm_migrations` (`id`, `name`, `executed_at`) VALUES (1, 'Migration20240101120000', '2026-11-21 05:11:06');
INSERT INTO `mikro_orm_migrations` (`id`, `name`, `executed_at`) VALUES (2, 'Migration20240215093000_add_orders', '2026-11-21 05:11:06');
INSERT INTO `mikro_orm_migrations` (`id`, `name`, `executed_at`) VALUES (3, 'Migration20240301080000', '2026-11-21 05:11:06');
