using System.Data.Common;
using System.Reflection;

namespace Cairn.Engines.Tests.Servers;

/// <summary>MySql.Data, found by name: enumerating its types would ask for packages that it does not need for this.</summary>
internal static class MySqlFactory
{
    private static readonly string[] Files =
    [
        "MySql.Data.dll", "System.Configuration.ConfigurationManager.dll", "System.Security.Permissions.dll", "System.Windows.Extensions.dll",
        "System.Security.Cryptography.ProtectedData.dll", "System.Diagnostics.EventLog.dll",
    ];

    /// <summary>Puts the driver and what it needs into a folder, as a user does who has downloaded them.</summary>
    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(folder, file));
        }
    }

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
        // By path: a downloaded package that nothing refers to is in no list of what the program may load.
        var driver = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "MySql.Data.dll"));
        var type = driver.GetType("MySql.Data.MySqlClient.MySqlClientFactory", throwOnError: true)!;
        return (DbProviderFactory)(type.GetField("Instance")?.GetValue(null)
            ?? throw new ServerStartException("MySql.Data has no factory."));
    }
}
