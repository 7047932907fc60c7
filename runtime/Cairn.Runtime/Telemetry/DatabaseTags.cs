using System.Data.Common;
using System.Globalization;
using Cairn.Runtime.Data;

namespace Cairn.Runtime.Telemetry;

/// <summary>What the conventions want to know of a database, from what its connection string says; nothing is asked of the server, and nothing else of the string is looked at.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Namespace">The database's name; for SQLite the file's, without its folder.</param>
/// <param name="Address">The server's name or address; null where there is none, or several.</param>
/// <param name="Port">The port, where the string has one.</param>
internal sealed record DatabaseTags(Client Client, string Namespace, string? Address, int? Port)
{
    private static readonly string[] HostKeys = ["Host", "Server", "Data Source", "DataSource", "Address", "Addr", "Network Address"];

    /// <summary>The system's name in the conventions.</summary>
    public string System => Client switch
    {
        Client.Postgres => "postgresql",
        Client.MySql => "mysql",
        Client.MariaDb => "mariadb",
        _ => "sqlite",
    };

    /// <summary>As attributes of a span.</summary>
    public IEnumerable<KeyValuePair<string, object?>> All
    {
        get
        {
            yield return new(TagNames.System, System);
            yield return new(TagNames.Namespace, Namespace);
            if (Address is not null)
            {
                yield return new(TagNames.ServerAddress, Address);
            }

            if (Port is { } port)
            {
                yield return new(TagNames.ServerPort, port);
            }
        }
    }

    public static DatabaseTags Of(DatabaseTarget target)
    {
        if (target.Client == Client.Sqlite)
        {
            // A folder may have a user's name, and what follows the question mark of file:… a key.
            return new DatabaseTags(target.Client, Path.GetFileName(target.Database.Split('?')[0]), null, null);
        }

        var settings = Settings(target);
        var host = HostKeys.Select(key => Text(settings, key)).FirstOrDefault(text => text is not null);
        if (host is null || host.Contains(',', StringComparison.Ordinal) || host.Contains('@', StringComparison.Ordinal))
        {
            return new DatabaseTags(target.Client, target.Database, null, null);
        }

        var port = Number(Text(settings, "Port"));
        if (host.Split(':') is [var name, var own] && Number(own) is { } inHost)
        {
            (host, port) = (name, inHost);
        }

        return new DatabaseTags(target.Client, target.Database, host, host.StartsWith('/') ? null : port);
    }

    private static DbConnectionStringBuilder Settings(DatabaseTarget target)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = target.ConnectionString.Reveal() };
        }
        catch (ArgumentException)
        {
            // Only the driver can read it.
            return new DbConnectionStringBuilder();
        }
    }

    private static string? Text(DbConnectionStringBuilder settings, string key) =>
        settings.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
