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
        var location = ServerLocation.Find(
            "CAIRN_TEST_MARIADB",
            ["mariadbd"],
            ["/usr/sbin", "/usr/libexec"],
            "mariadb-server-core and mariadb-client-core");
        if (location.Url is { } url)
        {
            return new Found(new MariaDbServer(url, folder: null), "");
        }

        return location.Folder is { } binaries
            ? new Found(await StartAsync(EngineNames.MariaDb, place => MariaDbStart.RunAsync(binaries, place), (own, place) => new MariaDbServer(own, place)), "")
            : new Found(null, location.Reason);
    }
}
