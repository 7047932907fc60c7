using System.Data.Common;
using System.Globalization;

namespace Cairn.Engines.Tests.Servers;

/// <summary>MySQL: the one that <c>CAIRN_TEST_MYSQL</c> names, or one of our own on a free loopback port; and what MariaDB shares with it.</summary>
public class MySqlServer(string engine, Uri url, string? folder) : TestServer
{
    public override string Engine => engine;

    public static async Task<Found> FindAsync()
    {
        var location = MySqlStart.Find();
        if (location.Url is { } url)
        {
            return new Found(new MySqlServer(EngineNames.MySql, url, folder: null), "");
        }

        return location.Folder is { } binaries
            ? new Found(await StartAsync(EngineNames.MySql, place => MySqlStart.RunAsync(binaries, place), (own, place) => new MySqlServer(EngineNames.MySql, own, place)), "")
            : new Found(null, location.Reason);
    }

    public override async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = NewDatabaseName();
        await ExecuteAsync($"create database `{name}` character set utf8mb4");
        return new MySqlDatabase(this, name);
    }

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (folder is not null)
        {
            LeftoverServers.End(folder);
        }

        return ValueTask.CompletedTask;
    }

    internal string Url(string database) => new UriBuilder(url) { Scheme = Engine, Path = "/" + Uri.EscapeDataString(database) }.Uri.AbsoluteUri;

    internal async Task<DbConnection> OpenAsync(string? database)
    {
        var connection = MySqlFactory.Connection(url, database);
        await connection.OpenAsync();
        return connection;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync(database: null);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <param name="engine">Whose server.</param>
    /// <param name="run">Starts the program with its data in the given folder, and returns the port.</param>
    /// <param name="server">The server of a URL and a folder.</param>
    protected static async Task<MySqlServer> StartAsync(string engine, Func<string, Task<int>> run, Func<Uri, string, MySqlServer> server)
    {
        var folder = ServerFolder.Create(engine);
        try
        {
            var port = await run(folder);
            var started = server(new Uri(string.Create(CultureInfo.InvariantCulture, $"{engine}://root@127.0.0.1:{port}/")), folder);
            await started.WaitAsync(folder);
            return started;
        }
        catch
        {
            LeftoverServers.End(folder);
            throw;
        }
    }

    /// <summary>The server has no "start and wait": ask until it answers, or has ended.</summary>
    private async Task WaitAsync(string place)
    {
        var mark = ServerFolder.Server(place);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (DbException) when (mark is { IsAlive: true })
            {
                await pause.WaitForNextTickAsync();
            }
            catch (DbException error)
            {
                var log = Path.Combine(place, "server.log");
                throw new ServerStartException($"{Engine} ended: {error.Message}\n{(File.Exists(log) ? await File.ReadAllTextAsync(log) : "")}");
            }
        }
    }
}
