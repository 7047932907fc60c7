// Three migrations in two runs; a fourth is applied and taken back, so that the numbers have a gap after them.
'use strict';
const { make, record, version, knexSettings, writeMigrations, knexMigration } = require('./database.js');

(async () => {
  await make();
  writeMigrations('migrations', ['20240101120000_create_users.js', '20240215093000_add_orders.js', '20240301080000_add_notes.js', '20240401000000_dropped.js'], knexMigration);
  const knex = require('knex')(knexSettings());
  await knex.migrate.up();
  await knex.migrate.latest();
  await knex.migrate.down();
  await knex.destroy();
  await record(`knex ${version('knex')}`, ['knex_migrations', 'knex_migrations_lock']);
})();
