// A program of its own for each provider. There is none for MySQL and MariaDB in the registry that this was last run with.
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { engine, host, port, name, file, make, record } = require('./database.js');

const providers = {
  sqlite: {
    packages: { 'Microsoft.EntityFrameworkCore.Sqlite.Core': '6.0.7', 'SQLitePCLRaw.bundle_e_sqlite3': '2.0.6' },
    version: '6.0.7', first: 'SQLitePCL.Batteries_V2.Init();', use: 'UseSqlite(text)', text: `Data Source=${file}`,
  },
  postgres: {
    packages: { 'Npgsql.EntityFrameworkCore.PostgreSQL': '10.0.0' },
    version: '10.0.0', first: '', text: `Host=${host};Port=${port};Username=postgres;Database=${name}`,
    use: 'UseNpgsql(text).ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning))',
  },
};

const migration = (id) => `[DbContext(typeof(Context)), Migration("${id}")]
public sealed class ${id.slice(15)} : Migration
{
    protected override void Up(MigrationBuilder b) => b.Sql("create table made_${id.slice(15)} (id int)");
    protected override void Down(MigrationBuilder b) => b.Sql("drop table made_${id.slice(15)}");
}
`;

const program = ({ first, use }) => `using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
${first}
using var context = new Context(args[0]);
context.Database.Migrate();
context.GetInfrastructure().GetRequiredService<IMigrator>().Migrate("20240301080000_AddNotes");

public sealed class Context(string text) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.${use};
}
${['20240101120000_CreateUsers', '20240215093000_AddOrders', '20240301080000_AddNotes', '20240401000000_Dropped'].map(migration).join('')}`;

const project = ({ packages }) => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup>${Object.entries(packages).map(([id, of]) => `<PackageReference Include="${id}" Version="${of}" />`).join('')}</ItemGroup>
</Project>
`;

(async () => {
  const provider = providers[engine];
  if (!provider) {
    console.log(`efcore: no provider for ${engine}`);
    return;
  }

  await make();
  const folder = path.resolve(engine);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'Peer.csproj'), project(provider));
  fs.writeFileSync(path.join(folder, 'Program.cs'), program(provider));
  execFileSync('dotnet', ['run', '--project', folder, '-v', 'q', '--', provider.text], { stdio: ['ignore', 'ignore', 'inherit'] });
  await record(`EF Core ${provider.version}`, ['__EFMigrationsHistory']);
})();
