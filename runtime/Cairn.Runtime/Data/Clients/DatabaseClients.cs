namespace Cairn.Runtime.Data.Clients;

/// <summary>The database systems that a run knows.</summary>
public static class DatabaseClients
{
    /// <summary>The client of a database system.</summary>
    public static DatabaseClient For(Client client) => client switch
    {
        Client.Sqlite => new SqliteClient(),
        Client.Postgres => new PostgresClient(),
        _ => throw new CairnException(ErrorCodes.DriverMissing, $"{client} cannot be run on yet.")
        {
            Fix = "Use SQLite or PostgreSQL with this version of Cairn.",
        },
    };
}
