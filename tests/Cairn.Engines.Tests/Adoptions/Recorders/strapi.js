// The part of Strapi that runs migrations; its own ones are in a table beside.
'use strict';
const path = require('node:path');
const { engine, make, record, version, knexSettings, writeMigrations, knexMigration } = require('./database.js');

(async () => {
  await make();
  writeMigrations('migrations', ['2024.01.01T12.00.00.create-users.js', '2024.02.15T09.30.00.add-orders.js', '2024.03.01T08.00.00.add-notes.js'], knexMigration);
  const { Database } = require('@strapi/database');
  const client = { sqlite: 'sqlite', postgres: 'postgres' }[engine] ?? 'mysql';
  const db = new Database({
    connection: { ...knexSettings(), client, useNullAsDefault: true },
    settings: { forceMigration: true, runMigrations: true, migrations: { dir: path.resolve('migrations') } },
    logger: { info() {}, debug() {}, warn: console.warn, error: console.error },
  });
  await db.init({ models: [] });
  await db.migrations.up();
  await db.destroy();
  await record(`@strapi/database ${version('@strapi/database')}`, ['strapi_migrations', 'strapi_migrations_internal']);
})();
