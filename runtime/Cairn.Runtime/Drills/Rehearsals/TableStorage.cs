using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Where the rows of tables are: a table whose place changed was written anew.</summary>
/// <param name="Places">The tables' places, by a number that stays the same for a table (PostgreSQL) or by name (SQLite).</param>
/// <param name="Oids">The tables' names by their oid (PostgreSQL).</param>
internal sealed record TableStorage(IReadOnlyDictionary<string, (string Name, string Place)> Places, IReadOnlyDictionary<long, string> Oids)
{
    private const string Postgres =
        """
        SELECT c.oid::bigint AS oid, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname AS name,
               coalesce(pg_relation_filenode(c.oid), 0)::text AS place
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        """;

    // A table's first page stays where it is, unless free pages are moved to the end.
    private const string Sqlite =
        "SELECT name, CAST(rootpage AS TEXT) AS place FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND (SELECT auto_vacuum FROM pragma_auto_vacuum) = 0";

    /// <summary>Reads it; empty on databases that do not tell.</summary>
    public static async Task<TableStorage> ReadAsync(RunConnection connection, IReadOnlySet<string> leaveOut, CancellationToken cancellationToken)
    {
        var client = connection.Client.Client;
        if (client is not (Client.Postgres or Client.Sqlite))
        {
            return new TableStorage(new Dictionary<string, (string, string)>(), new Dictionary<long, string>());
        }

        var rows = (await connection.QueryAsync(client == Client.Postgres ? Postgres : Sqlite, [], cancellationToken))
            .Where(row => !leaveOut.Contains(row.Text("name")!)).ToList();
        return client == Client.Sqlite
            ? new TableStorage(rows.ToDictionary(row => row.Text("name")!, row => (row.Text("name")!, row.Text("place")!), StringComparer.Ordinal), new Dictionary<long, string>())
            : new TableStorage(
                rows.ToDictionary(row => row.Text("oid")!, row => (row.Text("name")!, row.Text("place")!), StringComparer.Ordinal),
                rows.ToDictionary(row => row.Number("oid"), row => row.Text("name")!));
    }

    /// <summary>The tables that are somewhere else afterwards.</summary>
    public IReadOnlyList<string> Rewritten(TableStorage after) =>
    [
        .. Places.Where(table => after.Places.TryGetValue(table.Key, out var now) && now.Place != table.Value.Place)
            .Select(table => after.Places[table.Key].Name).Order(StringComparer.Ordinal),
    ];
}
