using System.Data.Common;

namespace Cairn.Engines.Tests.Servers;

/// <summary>MySql.Data, found by name: enumerating its types would ask for packages that it does not need for this.</summary>
internal static class MySqlFactory
{
    public static DbConnection Connection(Uri url, string? database)
    {
        var account = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var builder = new DbConnectionStringBuilder
        {
            ["Server"] = url.Host,
            ["Port"] = url.Port > 0 ? url.Port : 3306,
            ["User ID"] = account[0],
            ["Pooling"] = false,
            ["Allow User Variables"] = true,
        };
        if (account.Length > 1)
        {
            builder["Password"] = account[1];
        }

        if (database is not null)
        {
            builder["Database"] = database;
        }

        var connection = Factory().CreateConnection() ?? throw new ServerStartException("MySql.Data makes no connection.");
        connection.ConnectionString = builder.ConnectionString;
        return connection;
    }

    private static DbProviderFactory Factory()
    {
        var type = Type.GetType("MySql.Data.MySqlClient.MySqlClientFactory, MySql.Data")
            ?? throw new ServerStartException("MySql.Data is not in the tests' folder.");
        return (DbProviderFactory)(type.GetField("Instance")?.GetValue(null)
            ?? throw new ServerStartException("MySql.Data has no factory."));
    }
}
