// An empty database for a tool, and its tables as SQL afterwards.
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const [, , engine, address, target] = process.argv;
const [host, port] = (address ?? '').split(':');
const name = `cairn_record_${path.basename(process.cwd()).replaceAll('-', '_')}`;
const file = path.resolve(`${name}.db`);

async function connect(database) {
  if (engine === 'postgres') {
    const { Client } = require('pg');
    const client = new Client({ host, port: Number(port), user: 'postgres', database: database ?? 'postgres' });
    await client.connect();
    return { run: async (sql) => (await client.query(sql)).rows, end: () => client.end() };
  }

  const client = await require('mysql2/promise').createConnection({ host, port: Number(port), user: 'root', database, dateStrings: true });
  await client.query("set time_zone = '+00:00'");
  return { run: async (sql) => (await client.query(sql))[0], end: () => client.end() };
}

/** An empty one, in place of what the last recording left. */
async function make() {
  if (engine === 'sqlite') {
    fs.rmSync(file, { force: true });
    return;
  }

  const server = await connect();
  await server.run(`drop database if exists ${name}`);
  await server.run(`create database ${name}`);
  await server.end();
}

const quote = (value) => (value === null ? 'NULL' : typeof value === 'number' || typeof value === 'bigint' ? `${value}` : `'${String(value).replaceAll("'", "''")}'`);

function insert(table, row, mark) {
  const columns = Object.keys(row).map((column) => mark + column + mark);
  return `INSERT INTO ${mark}${table}${mark} (${columns.join(', ')}) VALUES (${Object.values(row).map(quote).join(', ')});`;
}

async function dump(tables) {
  if (engine === 'postgres') {
    const options = ['-h', host, '-p', port, '-U', 'postgres', '--inserts', '--no-owner', '--no-privileges', ...tables.flatMap((table) => ['-t', `"${table}"`]), name];
    const lines = execFileSync('pg_dump', options, { encoding: 'utf8' }).split('\n');
    return lines.filter((line) => line !== '' && !/^(--|SET |\\|SELECT pg_catalog\.set_config)/.test(line));
  }

  if (engine === 'sqlite') {
    const db = new (require('better-sqlite3'))(file, { readonly: true });
    return tables.flatMap((table) => [
      ...db.prepare('select sql from sqlite_master where tbl_name = ? and sql is not null').all(table).map((row) => `${row.sql};`),
      ...db.prepare(`select * from "${table}"`).all().map((row) => insert(table, row, '"')),
    ]);
  }

  const server = await connect(name);
  const lines = [];
  for (const table of tables) {
    lines.push(`${(await server.run(`show create table \`${table}\``))[0]['Create Table']};`);
    lines.push(...(await server.run(`select * from \`${table}\``)).map((row) => insert(table, row, '`')));
  }

  await server.end();
  return lines;
}

/** Writes the tables that the tool made. */
async function record(tool, tables) {
  const lines = [`-- As ${tool} made it on ${engine}. Recorded by Recorders/record.sh; not edited by hand.`, ...(await dump(tables))];
  fs.writeFileSync(target, `${lines.map((line) => line.trimEnd()).join('\n')}\n`);
  console.log(`${path.basename(target)}: ${tool}`);
}

/** The version of a package. */
const version = (of) => JSON.parse(fs.readFileSync(path.join('node_modules', of, 'package.json'), 'utf8')).version;

/** Connection settings of knex, which half of these tools build on. */
const knexSettings = () => engine === 'sqlite'
  ? { client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true }
  : { client: engine === 'postgres' ? 'pg' : 'mysql2', connection: { host, port: Number(port), user: engine === 'postgres' ? 'postgres' : 'root', database: name } };

/** Writes the migrations that every tool is given: its files, and the table that each makes. */
function writeMigrations(folder, files, text) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  ['users', 'orders', 'notes', 'dropped'].slice(0, files.length).forEach((table, index) => fs.writeFileSync(path.join(folder, files[index]), text(`made_${table}`, files[index])));
}

const knexMigration = (table) => `module.exports = {
  up: (knex) => knex.schema.createTable('${table}', (table) => { table.increments('id'); }),
  down: (knex) => knex.schema.dropTable('${table}'),
};
`;

module.exports = { engine, host, port: Number(port), name, file, make, record, version, knexSettings, writeMigrations, knexMigration };
