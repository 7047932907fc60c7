// Names with and without a description; the last one is applied and taken back.
'use strict';
const { engine, host, port, name, file, make, record, version, writeMigrations } = require('./database.js');

const migration = (table, source) => `'use strict';
const { Migration } = require('@mikro-orm/migrations');
exports.${source.slice(0, -3)} = class ${source.slice(0, -3)} extends Migration {
  async up() { this.addSql('create table ${table} (id int)'); }
  async down() { this.addSql('drop table ${table}'); }
};
`;

(async () => {
  await make();
  writeMigrations('migrations', ['Migration20240101120000.js', 'Migration20240215093000_add_orders.js', 'Migration20240301080000.js', 'Migration20240401000000.js'], migration);
  const { MikroORM, EntitySchema } = require(`@mikro-orm/${engine === 'postgres' ? 'postgresql' : engine}`);
  const { Migrator } = require('@mikro-orm/migrations');
  const server = engine === 'sqlite' ? { dbName: file } : { dbName: name, host, port, user: engine === 'postgres' ? 'postgres' : 'root' };
  const orm = await MikroORM.init({
    ...server,
    entities: [new EntitySchema({ name: 'Any', properties: { id: { type: 'number', primary: true } } })],
    extensions: [Migrator],
    migrations: { path: './migrations', glob: '*.js', snapshot: false },
  });
  await orm.getMigrator().up({ to: 'Migration20240101120000' });
  await orm.getMigrator().up();
  await orm.getMigrator().down();
  await orm.close();
  await record(`MikroORM ${version('@mikro-orm/migrations')}`, ['mikro_orm_migrations']);
})();
