-- Written from the tool's documentation, not recorded: Flyway is in no registry that was at hand.
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES (1, '1', 'create users', 'SQL', 'V1__create_users.sql', -1, 'app', '2024-01-01 12:00:00', 7, 1);
INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES (2, '1.1', 'add orders', 'SQL', 'V1_1__add_orders.sql', -2, 'app', '2024-02-15 09:30:00', 7, 1);
INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES (3, NULL, 'active users', 'SQL', 'R__active_users.sql', -3, 'app', '2024-02-15 09:30:01', 7, 1);
INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES (4, '2', 'add notes', 'JDBC', 'db.migration.V2__add_notes', NULL, 'app', '2024-03-01 08:00:00', 7, 1);
INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES (5, '3', 'dropped', 'SQL', 'V3__dropped.sql', -5, 'app', '2024-04-01 00:00:00', 7, 1);
INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES (6, '3', 'dropped', 'UNDO_SQL', 'U3__dropped.sql', -6, 'app', '2024-04-02 00:00:00', 7, 1);
