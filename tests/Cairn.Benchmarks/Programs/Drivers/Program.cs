using System.Data.Common;
using System.Globalization;
using System.Reflection;

// What the driver itself takes: the statements of each file that is not recorded, one round trip each, in one transaction with
// the file's record. Arguments: engine, connection string, folder of .sql files, folder of the MySQL driver.
var (engine, text, folder) = (args[0], args[1], args[2]);
await using var connection = Connect(engine, args.ElementAtOrDefault(3));
connection.ConnectionString = text;
await connection.OpenAsync();
await ExecuteAsync(
    "create table if not exists floor_migrations (version varchar(100) not null primary key, name varchar(200) not null, checksum varchar(64) not null, applied_at varchar(40) not null, milliseconds int not null)",
    null);
var applied = new HashSet<string>(StringComparer.Ordinal);
await using (var query = connection.CreateCommand())
{
    query.CommandText = "select version from floor_migrations";
    await using var reader = await query.ExecuteReaderAsync();
    while (await reader.ReadAsync())
    {
        applied.Add(reader.GetString(0));
    }
}

foreach (var file in Directory.GetFiles(folder, "*.sql").Order(StringComparer.Ordinal))
{
    var name = Path.GetFileNameWithoutExtension(file);
    var version = name.Split('-')[0];
    if (applied.Contains(version))
    {
        continue;
    }

    await using var transaction = await connection.BeginTransactionAsync();
    foreach (var statement in (await File.ReadAllTextAsync(file)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
    {
        await ExecuteAsync(statement, transaction);
    }

    var now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
    await ExecuteAsync($"insert into floor_migrations (version, name, checksum, applied_at, milliseconds) values ('{version}', '{name}', '{new string('0', 64)}', '{now}', 1)", transaction);
    await transaction.CommitAsync();
}

async Task ExecuteAsync(string sql, DbTransaction? transaction)
{
    await using var command = connection.CreateCommand();
    command.CommandText = sql;
    command.Transaction = transaction;
    await command.ExecuteNonQueryAsync();
}

static DbConnection Connect(string engine, string? drivers) => engine switch
{
    "sqlite" => Sqlite(),
    "postgres" => Postgres(),
    _ => MySql(drivers!),
};

// Methods of their own, so that only the driver in use is loaded.
static DbConnection Sqlite()
{
    SQLitePCL.Batteries_V2.Init();
    return new Microsoft.Data.Sqlite.SqliteConnection();
}

static DbConnection Postgres() => new Npgsql.NpgsqlConnection();

static DbConnection MySql(string drivers)
{
    var name = File.Exists(Path.Combine(drivers, "MySql.Data.dll")) ? "MySql.Data" : "MySqlConnector";
    AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
        Path.Combine(drivers, new AssemblyName(wanted.Name).Name + ".dll") is var path && File.Exists(path) ? Assembly.LoadFrom(path) : null;
    var type = Assembly.LoadFrom(Path.Combine(drivers, name + ".dll"))
        .GetType(name == "MySql.Data" ? "MySql.Data.MySqlClient.MySqlClientFactory" : "MySqlConnector.MySqlConnectorFactory", throwOnError: true)!;
    return ((DbProviderFactory)type.GetField("Instance")!.GetValue(null)!).CreateConnection()!;
}
