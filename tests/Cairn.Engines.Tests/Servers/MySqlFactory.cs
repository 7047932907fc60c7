using System.Data.Common;
using System.Diagnostics;
using System.Reflection;

namespace Cairn.Engines.Tests.Servers;

/// <summary>
/// The driver for MySQL and MariaDB, the tool's and the tests' own: MySql.Data, or the MySqlConnector in the folder that
/// <c>CAIRN_TEST_MYSQL_DRIVER</c> names.
/// </summary>
internal static class MySqlFactory
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("CAIRN_TEST_MYSQL_DRIVER") is { Length: > 0 } folder ? folder : null;

    private static readonly string[] Files =
    [
        "MySql.Data.dll", "System.Configuration.ConfigurationManager.dll", "System.Security.Permissions.dll", "System.Windows.Extensions.dll",
        "System.Security.Cryptography.ProtectedData.dll", "System.Diagnostics.EventLog.dll",
    ];

    /// <summary>The driver's assembly.</summary>
    public static string Name => Given is null ? "MySql.Data" : "MySqlConnector";

    /// <summary>The version that its file says.</summary>
    public static string Version => FileVersionInfo.GetVersionInfo(Path.Combine(Given ?? AppContext.BaseDirectory, Name + ".dll")).ProductVersion!.Split('+')[0];

    /// <summary>Puts the driver and what it needs into a folder, as a user does who has downloaded them.</summary>
    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Given is null ? Files.Select(file => Path.Combine(AppContext.BaseDirectory, file)) : Directory.EnumerateFiles(Given, "*.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
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

        var connection = Factory().CreateConnection() ?? throw new ServerStartException($"{Name} makes no connection.");
        connection.ConnectionString = builder.ConnectionString;
        return connection;
    }

    private static DbProviderFactory Factory()
    {
        // By path: what nothing refers to is in no list of what the program may load. By name: going through MySql.Data's types would ask for
        // packages that it does not need for this.
        var driver = Assembly.LoadFrom(Path.Combine(Given ?? AppContext.BaseDirectory, Name + ".dll"));
        var type = driver.GetType(Given is null ? "MySql.Data.MySqlClient.MySqlClientFactory" : "MySqlConnector.MySqlConnectorFactory", throwOnError: true)!;
        return (DbProviderFactory)(type.GetField("Instance")?.GetValue(null)
            ?? throw new ServerStartException($"{Name} has no factory."));
    }
}
