using Cairn.Runtime.Hosting;
using Cairn.Scripting.Formats;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>An application with a database of its own in a folder of its own.</summary>
public sealed class HostProject : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cairn-host-").FullName;

    public KeptLog Log { get; } = new();

    public string ConnectionString => $"Data Source={Path.Combine(Folder, "host.db")};Pooling=False";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public HostProject Write(string file, string text)
    {
        var path = Path.Combine(Folder, "extensions", "migrations", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public HostProject WriteTable(string version, string table, string header = "") =>
        Write($"{version}-{table}.sql", $"{header}\n-- up\ncreate table {table} (id integer);\n-- down\ndrop table {table};\n");

    /// <summary>The application's parts, not started; its extensions folder has <c>.sql</c> only, so that no compiler is needed.</summary>
    public IHost Build(Action<CairnOptions>? configure = null, Action<CairnBuilder>? start = null, Action<IServiceCollection>? services = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = Folder, EnvironmentName = "Testing" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        services?.Invoke(builder.Services);
        var cairn = builder.Services.AddCairn(options =>
        {
            options.UseConnectionString(Client.Sqlite, ConnectionString).AddExtensions("extensions", optional: true);
            options.Formats.Add(new SqlFormat());
            configure?.Invoke(options);
        });
        start?.Invoke(cairn);
        return builder.Build();
    }

    public IMigrator Migrator(Action<CairnOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        Build(configure, services: services).Services.GetRequiredService<IMigrator>();

    public IReadOnlyList<string> Tables() => Read("select name from sqlite_master where type = 'table' and name not like 'cairn%' and name not like 'sqlite%' order by name");

    /// <summary>The versions that are recorded as applied, Cairn's own left out.</summary>
    public IReadOnlyList<string> Versions() => Read("select version from cairn_migrations where version not like '%Z_' order by version");

    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
