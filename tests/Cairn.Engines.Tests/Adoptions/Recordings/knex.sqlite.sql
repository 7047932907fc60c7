-- As knex 3.3.0 made it on sqlite. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);
INSERT INTO "knex_migrations" ("id", "name", "batch", "migration_time") VALUES (1, '20240101120000_create_users.js', 1, 1795237648563);
INSERT INTO "knex_migrations" ("id", "name", "batch", "migration_time") VALUES (2, '20240215093000_add_orders.js', 2, 1795237648566);
INSERT INTO "knex_migrations" ("id", "name", "batch", "migration_time") VALUES (3, '20240301080000_add_notes.js', 2, 1795237648566);
CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);
INSERT INTO "knex_migrations_lock" ("index", "is_locked") VALUES (1, 0);
