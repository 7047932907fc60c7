-- As @strapi/database 5.54.0 made it on sqlite. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE `strapi_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `time` datetime);
INSERT INTO "strapi_migrations" ("id", "name", "time") VALUES (1, '2024.01.01T12.00.00.create-users.js', 1795237737709);
INSERT INTO "strapi_migrations" ("id", "name", "time") VALUES (2, '2024.02.15T09.30.00.add-orders.js', 1795237737710);
INSERT INTO "strapi_migrations" ("id", "name", "time") VALUES (3, '2024.03.01T08.00.00.add-notes.js', 1795237737711);
CREATE TABLE `strapi_migrations_internal` (`id` integer not null primary key autoincrement, `name` varchar(255), `time` datetime);
INSERT INTO "strapi_migrations_internal" ("id", "name", "time") VALUES (1, '5.0.0-rename-identifiers-longer-than-max-length', 1795237737713);
INSERT INTO "strapi_migrations_internal" ("id", "name", "time") VALUES (2, '5.0.0-02-created-document-id', 1795237737714);
INSERT INTO "strapi_migrations_internal" ("id", "name", "time") VALUES (3, '5.0.0-03-created-locale', 1795237737717);
INSERT INTO "strapi_migrations_internal" ("id", "name", "time") VALUES (4, '5.0.0-04-created-published-at', 1795237737718);
INSERT INTO "strapi_migrations_internal" ("id", "name", "time") VALUES (5, '5.0.0-05-drop-slug-fields-index', 1795237737720);
INSERT INTO "strapi_migrations_internal" ("id", "name", "time") VALUES (6, '5.0.0-06-add-document-id-indexes', 1795237737721);
