// A whole Directus, bootstrapped: its own migrations and those of the project are in one table.
'use strict';
const { execFileSync } = require('node:child_process');
const { engine, host, port, name, file, make, record, version, writeMigrations, knexMigration } = require('./database.js');

(async () => {
  await make();
  writeMigrations('migrations', ['20240101A-create-users.js', '20240215A-add-orders.js', '20240301A-add-notes.js'], knexMigration);
  const database = engine === 'sqlite'
    ? { DB_CLIENT: 'sqlite3', DB_FILENAME: file }
    : { DB_CLIENT: engine === 'postgres' ? 'pg' : 'mysql', DB_HOST: host, DB_PORT: `${port}`, DB_USER: engine === 'postgres' ? 'postgres' : 'root', DB_PASSWORD: '', DB_DATABASE: name };
  const env = { ...process.env, ...database, SECRET: 'record', ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'record', TELEMETRY: 'false', MIGRATIONS_PATH: './migrations' };
  execFileSync(process.execPath, ['node_modules/directus/cli.js', 'bootstrap'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await record(`Directus ${version('directus')}`, ['directus_migrations']);
})();
