using System.Data.Common;
using System.Globalization;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>The same database in the words of others.</summary>
internal static class Connections
{
    /// <summary>A connection string of ADO.NET, without a pool as nobody needs one here.</summary>
    public static string Text(Stage stage)
    {
        if (stage.Database is SqliteDatabase sqlite)
        {
            return $"Data Source={sqlite.File};Pooling=False;Foreign Keys=True";
        }

        var (user, password, host, port, database) = Parts(stage);
        var text = new DbConnectionStringBuilder { ["Database"] = database, ["Port"] = port, ["Pooling"] = "false" };
        if (stage.Engine == EngineNames.Postgres)
        {
            (text["Host"], text["Username"], text["Password"]) = (host, user, password);
        }
        else
        {
            (text["Server"], text["User ID"], text["Allow User Variables"]) = (host, user, "true");
        }

        return text.ConnectionString;
    }

    public static (string User, string Password, string Host, string Port, string Database) Parts(Stage stage)
    {
        var url = new Uri(stage.Database.Url);
        var account = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        return (account[0], account.ElementAtOrDefault(1) ?? "", url.Host, url.Port.ToString(CultureInfo.InvariantCulture), Uri.UnescapeDataString(url.AbsolutePath[1..]));
    }
}
