namespace Cairn.Engines.Tests.Servers;

/// <summary>MariaDB: the one that <c>CAIRN_TEST_MARIADB</c> names, or one of our own on a free loopback port.</summary>
public sealed class MariaDbServer : MySqlServer
{
    private MariaDbServer(Uri url, string? folder)
        : base(EngineNames.MariaDb, url, folder)
    {
    }

    public static new async Task<Found> FindAsync()
    {
        var location = Find("CAIRN_TEST_MARIADB");
        if (location.Url is { } url)
        {
            return new Found(new MariaDbServer(url, folder: null), "");
        }

        return location.Folder is { } binaries ? new Found(await StartAsync(binaries), "") : new Found(null, location.Reason);
    }

    /// <summary>A server of the test's own with options that others do not want; null where there is no program for it.</summary>
    public static async Task<MySqlServer?> TryStartOwnAsync(params string[] options) =>
        // No variable of that name: one that somebody else runs has other options.
        Find("CAIRN_TEST_MARIADB_OWN").Folder is { } folder ? await StartAsync(folder, options) : null;

    private static ServerLocation Find(string variable) =>
        ServerLocation.Find(variable, ["mariadbd"], ["/usr/sbin", "/usr/libexec"], "mariadb-server-core and mariadb-client-core");

    private static Task<MySqlServer> StartAsync(string binaries, params string[] options) =>
        StartAsync(EngineNames.MariaDb, place => MariaDbStart.RunAsync(binaries, place, options), (own, place) => new MariaDbServer(own, place));
}
