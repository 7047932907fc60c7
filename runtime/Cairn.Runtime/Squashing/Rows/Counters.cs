using System.Globalization;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Squashing.Rows;

/// <summary>
/// How far sequences have counted, as statements that bring new ones there: rows that bring their own numbers do not move them (PostgreSQL, MariaDB). AUTO_INCREMENT and AUTOINCREMENT are moved by
/// the rows themselves.
/// </summary>
internal static class Counters
{
    public static async Task<IReadOnlyList<string>> ReadAsync(RunConnection connection, SchemaSnapshot structure, CancellationToken cancellationToken) => connection.Client.Client switch
    {
        Client.Postgres => await PostgresAsync(connection, cancellationToken),
        Client.MariaDb => await MariaDbAsync(connection, structure, cancellationToken),
        _ => [],
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

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
