using System.Data.Common;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Databases;

/// <summary>From the URL of a test's database to the words that its driver takes.</summary>
internal static class ConnectionTexts
{
    public static Client ClientOf(string engine) => engine switch
    {
        EngineNames.Sqlite => Client.Sqlite,
        EngineNames.Postgres => Client.Postgres,
        EngineNames.MariaDb => Client.MariaDb,
        EngineNames.MySql => Client.MySql,
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "no such engine"),
    };

    /// <param name="port">Another port of this machine, where a proxy listens; null for the server's own.</param>
    public static string Of(TestDatabase database, int? port)
    {
        if (database.Engine == EngineNames.Sqlite)
        {
            return $"Data Source={database.Url["sqlite:".Length..]};Foreign Keys=True";
        }

        var url = new Uri(database.Url);
        var account = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var postgres = database.Engine == EngineNames.Postgres;
        var builder = new DbConnectionStringBuilder
        {
            [postgres ? "Host" : "Server"] = port is null ? url.Host : "127.0.0.1",
            ["Port"] = port ?? PortOf(url),
            [postgres ? "Username" : "User ID"] = account[0],
            ["Database"] = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (account.Length > 1)
        {
            builder["Password"] = account[1];
        }

        return builder.ConnectionString;
    }

    /// <summary>Where the server listens.</summary>
    public static (string Host, int Port) Server(TestDatabase database)
    {
        var url = new Uri(database.Url);
        return (url.Host, PortOf(url));
    }

    private static int PortOf(Uri url) => url.Port > 0 ? url.Port : url.Scheme == "postgres" ? 5432 : 3306;
}
