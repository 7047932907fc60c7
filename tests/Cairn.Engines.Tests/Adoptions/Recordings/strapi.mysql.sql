-- As @strapi/database 5.54.0 made it on mysql. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE `strapi_migrations` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) DEFAULT NULL,
  `time` datetime DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
INSERT INTO `strapi_migrations` (`id`, `name`, `time`) VALUES (1, '2024.01.01T12.00.00.create-users.js', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations` (`id`, `name`, `time`) VALUES (2, '2024.02.15T09.30.00.add-orders.js', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations` (`id`, `name`, `time`) VALUES (3, '2024.03.01T08.00.00.add-notes.js', '2026-11-21 05:09:00');
CREATE TABLE `strapi_migrations_internal` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) DEFAULT NULL,
  `time` datetime DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
INSERT INTO `strapi_migrations_internal` (`id`, `name`, `time`) VALUES (1, '5.0.0-rename-identifiers-longer-than-max-length', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations_internal` (`id`, `name`, `time`) VALUES (2, '5.0.0-02-created-document-id', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations_internal` (`id`, `name`, `time`) VALUES (3, '5.0.0-03-created-locale', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations_internal` (`id`, `name`, `time`) VALUES (4, '5.0.0-04-created-published-at', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations_internal` (`id`, `name`, `time`) VALUES (5, '5.0.0-05-drop-slug-fields-index', '2026-11-21 05:09:00');
INSERT INTO `strapi_migrations_internal` (`id`, `name`, `time`) VALUES (6, '5.0.0-06-add-document-id-indexes', '2026-11-21 05:09:00');
