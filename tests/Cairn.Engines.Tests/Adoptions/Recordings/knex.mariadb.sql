-- As knex 3.3.0 made it on mariadb. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE `knex_migrations` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) DEFAULT NULL,
  `batch` int(11) DEFAULT NULL,
  `migration_time` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `knex_migrations` (`id`, `name`, `batch`, `migration_time`) VALUES (1, '20240101120000_create_users.js', 1, '2026-11-21 05:07:29');
INSERT INTO `knex_migrations` (`id`, `name`, `batch`, `migration_time`) VALUES (2, '20240215093000_add_orders.js', 2, '2026-11-21 05:07:29');
INSERT INTO `knex_migrations` (`id`, `name`, `batch`, `migration_time`) VALUES (3, '20240301080000_add_notes.js', 2, '2026-11-21 05:07:29');
CREATE TABLE `knex_migrations_lock` (
  `index` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `is_locked` int(11) DEFAULT NULL,
  PRIMARY KEY (`index`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `knex_migrations_lock` (`index`, `is_locked`) VALUES (1, 0);
