-- As EF Core 10.0.0 made it on postgres. Recorded by Recorders/record.sh; not edited by hand.
CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
INSERT INTO public."__EFMigrationsHistory" VALUES ('20240101120000_CreateUsers', '10.0.0');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20240215093000_AddOrders', '10.0.0');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20240301080000_AddNotes', '10.0.0');
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
