namespace Cairn.Runtime.Data.Clients;

/// <summary>The database systems that a run knows.</summary>
public static class DatabaseClients
{
    /// <summary>The client of a database system.</summary>
    public static DatabaseClient For(Client client) => client switch
    {
        Client.Sqlite => new SqliteClient(),
        Client.Postgres => new PostgresClient(),
        Client.MySql => new MySqlClient(),
        Client.MariaDb => new MariaDbClient(),
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "no such client"),
    };
}
