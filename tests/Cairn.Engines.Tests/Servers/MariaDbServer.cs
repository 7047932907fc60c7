using System.Globalization;

namespace Cairn.Engines.Tests.Servers;

/// <summary>MariaDB: the one that <c>CAIRN_TEST_MARIADB</c> names, or one of our own on a free loopback port.</summary>
public sealed class MariaDbServer : MySqlServer
{
    private readonly string? _folder;

    private MariaDbServer(Uri url, string? folder)
        : base(EngineNames.MariaDb, url) => _folder = folder;

    public static async Task<Found> FindAsync()
    {
        var location = Find("CAIRN_TEST_MARIADB");
        if (location.Url is { } url)
        {
            return new Found(new MariaDbServer(url, folder: null), "");
        }

        return location.Folder is { } folder ? new Found(await StartAsync(folder), "") : new Found(null, location.Reason);
    }

    /// <summary>A server of the test's own with options that others do not want; null where there is no program for it.</summary>
    public static async Task<MariaDbServer?> TryStartOwnAsync(params string[] options) =>
        // No variable of that name: one that somebody else runs has other options.
        Find("CAIRN_TEST_MARIADB_OWN").Folder is { } folder ? await StartAsync(folder, options) : null;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_folder is not null)
        {
            LeftoverServers.End(_folder);
        }
    }

    private static ServerLocation Find(string variable) =>
        ServerLocation.Find(variable, ["mariadbd"], ["/usr/sbin", "/usr/libexec"], "mariadb-server-core and mariadb-client-core");

    private static async Task<MariaDbServer> StartAsync(string binaries, params string[] options)
    {
        var folder = ServerFolder.Create(EngineNames.MariaDb);
        try
        {
            var port = await MariaDbStart.RunAsync(binaries, folder, options);
            var server = new MariaDbServer(new Uri(string.Create(CultureInfo.InvariantCulture, $"mariadb://root@127.0.0.1:{port}/")), folder);
            await server.WaitAsync();
            return server;
        }
        catch
        {
            LeftoverServers.End(folder);
            throw;
        }
    }

    /// <summary>The server has no "start and wait": ask until it answers, or has ended.</summary>
    private async Task WaitAsync()
    {
        var mark = ServerFolder.Server(_folder!);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (System.Data.Common.DbException) when (mark is { IsAlive: true })
            {
                await pause.WaitForNextTickAsync();
            }
            catch (System.Data.Common.DbException error)
            {
                var log = Path.Combine(_folder!, "server.log");
                throw new ServerStartException($"MariaDB ended: {error.Message}\n{(File.Exists(log) ? await File.ReadAllTextAsync(log) : "")}");
            }
        }
    }
}
