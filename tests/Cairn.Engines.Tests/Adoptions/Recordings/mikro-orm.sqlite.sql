-- As MikroORM 6.6.16 made it on sqlite. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE `mikro_orm_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `executed_at` datetime default CURRENT_TIMESTAMP);
INSERT INTO "mikro_orm_migrations" ("id", "name", "executed_at") VALUES (1, 'Migration20240101120000', '2026-11-21 05:11:05');
INSERT INTO "mikro_orm_migrations" ("id", "name", "executed_at") VALUES (2, 'Migration20240215093000_add_orders', '2026-11-21 05:11:05');
INSERT INTO "mikro_orm_migrations" ("id", "name", "executed_at") VALUES (3, 'Migration20240301080000', '2026-11-21 05:11:05');
