using System.Globalization;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Squashes.Rows;

/// <summary>
/// How far sequences and numbered columns have counted, as statements that bring new ones there: a row that brings its number does not move a sequence, and a row that was deleted has moved a counter.
/// </summary>
internal static class Counters
{
    /// <summary>The statements; none for what stands where the rows alone bring it.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(RunConnection connection, SchemaSnapshot structure, CancellationToken cancellationToken) => connection.Client.Client switch
    {
        Client.Postgres => await PostgresAsync(connection, cancellationToken),
        Client.Sqlite => await TablesAsync(connection, structure, SqliteAsync, cancellationToken),
        var client => [.. client == Client.MariaDb ? await MariaDbAsync(connection, structure, cancellationToken) : [], .. await TablesAsync(connection, structure, MySqlAsync, cancellationToken)],
    };

    private static async Task<IReadOnlyList<string>> PostgresAsync(RunConnection connection, CancellationToken cancellationToken)
    {
        var statements = new List<string>();
        var all = await connection.QueryAsync(
            "SELECT c.oid::regclass::text AS name, s.seqstart AS first FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
            + "WHERE n.nspname NOT LIKE 'pg\\_%' AND c.relname NOT LIKE 'cairn\\_%' ORDER BY 1", [], cancellationToken);
        foreach (var sequence in all)
        {
            var name = sequence.Text("name")!;
            var state = (await connection.QueryAsync($"SELECT last_value AS last, is_called AS called FROM {name}", [], cancellationToken))[0];
            if (state.Flag("called") || state.Number("last") != sequence.Number("first"))
            {
                statements.Add($"SELECT setval({connection.Client.Dialect.Literal(name)}, {Number(state.Number("last"))}, {(state.Flag("called") ? "true" : "false")})");
            }
        }

        return statements;
    }

    private static async Task<IReadOnlyList<string>> MariaDbAsync(RunConnection connection, SchemaSnapshot structure, CancellationToken cancellationToken)
    {
        var statements = new List<string>();
        foreach (var name in structure.Of(ObjectKind.Sequence).Select(sequence => connection.Client.Dialect.Quote(sequence.Name)))
        {
            var state = (await connection.QueryAsync($"SELECT next_not_cached_value AS upcoming, start_value AS first FROM {name}", [], cancellationToken))[0];
            if (state.Number("upcoming") != state.Number("first"))
            {
                statements.Add($"DO SETVAL({name}, {Number(state.Number("upcoming"))}, 0)");
            }
        }

        return statements;
    }

    /// <summary>Tables with a column that is numbered by the database.</summary>
    private static async Task<IReadOnlyList<string>> TablesAsync(
        RunConnection connection, SchemaSnapshot structure, Func<RunConnection, string, string, CancellationToken, Task<IReadOnlyList<string>>> read, CancellationToken cancellationToken)
    {
        var statements = new List<string>();
        foreach (var table in structure.Tables)
        {
            if (table.Of(ObjectKind.Column).FirstOrDefault(column => column[FactNames.Identity] is not null) is { } column)
            {
                statements.AddRange(await read(connection, table.Name, column.Name, cancellationToken));
            }
        }

        return statements;
    }

    private static async Task<IReadOnlyList<string>> SqliteAsync(RunConnection connection, string table, string column, CancellationToken cancellationToken)
    {
        var dialect = connection.Client.Dialect;
        var last = await connection.QueryAsync($"SELECT seq AS last, (SELECT max({dialect.Quote(column)}) FROM {dialect.Quote(table)}) AS highest FROM sqlite_sequence WHERE name = @p0", [table], cancellationToken);
        return last is not [var state] || state.Number("last") == state.Number("highest") ? [] :
        [
            $"DELETE FROM sqlite_sequence WHERE name = {dialect.Literal(table)}",
            $"INSERT INTO sqlite_sequence (name, seq) VALUES ({dialect.Literal(table)}, {Number(state.Number("last"))})",
        ];
    }

    private static async Task<IReadOnlyList<string>> MySqlAsync(RunConnection connection, string table, string column, CancellationToken cancellationToken)
    {
        var dialect = connection.Client.Dialect;
        if (connection.Client.Client == Client.MySql)
        {
            // Else it says what it knew a day ago.
            await connection.ExecuteAsync("SET SESSION information_schema_stats_expiry = 0", [], cancellationToken);
        }

        var state = (await connection.QueryAsync(
            $"SELECT COALESCE(t.auto_increment, 1) AS upcoming, (SELECT COALESCE(MAX({dialect.Quote(column)}), 0) FROM {dialect.Quote(table)}) AS highest "
            + "FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_name = @p0", [table], cancellationToken))[0];
        return state.Number("upcoming") == state.Number("highest") + 1 ? [] : [$"ALTER TABLE {dialect.Quote(table)} AUTO_INCREMENT = {Number(state.Number("upcoming"))}"];
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
