namespace Cairn.Tool.Settings.Connections;

/// <summary>The words for database systems in settings, URLs and JSON.</summary>
internal static class ClientNames
{
    public static string Of(Client client) => client switch
    {
        Client.Sqlite => "sqlite",
        Client.Postgres => "postgres",
        Client.MySql => "mysql",
        _ => "mariadb",
    };

    public static Client? Find(string? name) => name?.ToLowerInvariant() switch
    {
        "sqlite" => Client.Sqlite,
        "postgres" => Client.Postgres,
        "mysql" => Client.MySql,
        "mariadb" => Client.MariaDb,
        _ => null,
    };

    public static Client? OfScheme(string scheme) => scheme == "postgresql" ? Client.Postgres : Find(scheme);

    public static bool IsMySqlFamily(Client client) => client is Client.MySql or Client.MariaDb;
}
