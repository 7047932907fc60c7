using System.Globalization;
using Npgsql;

namespace Cairn.Engines.Tests.Servers;

/// <summary>PostgreSQL: the one that <c>CAIRN_TEST_POSTGRES</c> names, or one of our own on a free loopback port.</summary>
public sealed class PostgresServer : TestServer
{
    // Needs escaping in a URL, which every test that connects by URL thereby tests.
    private const string OwnPassword = "s3cr3t@cairn/test";

    private readonly string _host;
    private readonly int _port;
    private readonly string _user;
    private readonly string _password;
    private readonly string _maintenance;
    private readonly string? _folder;

    private PostgresServer(string host, int port, string user, string password, string maintenance, string? folder)
    {
        (_host, _port, _user, _password, _maintenance, _folder) = (host, port, user, password, maintenance, folder);
    }

    public override string Engine => EngineNames.Postgres;

    public static async Task<Found> FindAsync()
    {
        var location = ServerLocation.Find("CAIRN_TEST_POSTGRES", ["postgres", "initdb"], Folders(), "postgresql");
        if (location.Url is { } url)
        {
            var account = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
            var database = url.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(url.AbsolutePath[1..]) : "postgres";
            var port = url.Port > 0 ? url.Port : 5432;
            return new Found(new PostgresServer(url.Host, port, account[0], account.ElementAtOrDefault(1) ?? "", database, null), "");
        }

        return location.Folder is { } folder ? new Found(await StartAsync(folder), "") : new Found(null, location.Reason);
    }

    public override async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = NewDatabaseName();
        await ExecuteAsync($"create database {name}");
        return new PostgresDatabase(this, name);
    }

    public override ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            LeftoverServers.End(_folder);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The URL of a database here, as another user or on another port where these are given.</summary>
    internal string Url(string database, string? user = null, string? password = null, int? port = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"postgres://{Uri.EscapeDataString(user ?? _user)}:{Uri.EscapeDataString(password ?? _password)}@{_host}:{port ?? _port}/{Uri.EscapeDataString(database)}");

    internal NpgsqlConnection Connection(string database) => new(new NpgsqlConnectionStringBuilder
    {
        Host = _host,
        Port = _port,
        Username = _user,
        Password = _password,
        Database = database,
        Pooling = false,
    }.ConnectionString);

    /// <summary>Runs a statement on the maintenance database.</summary>
    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = Connection(_maintenance);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync(string binaries)
    {
        var folder = ServerFolder.Create(EngineNames.Postgres);
        try
        {
            var port = await PostgresStart.RunAsync(binaries, folder, OwnPassword);
            return new PostgresServer("127.0.0.1", port, "postgres", OwnPassword, "postgres", folder);
        }
        catch
        {
            LeftoverServers.End(folder);
            throw;
        }
    }

    /// <summary>Debian's versions, highest first.</summary>
    private static IEnumerable<string> Folders()
    {
        const string Root = "/usr/lib/postgresql";
        return !Directory.Exists(Root)
            ? []
            : Directory.EnumerateDirectories(Root)
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(path => Path.Combine(path, "bin"));
    }
}
