using System.Data.Common;
using System.Text.RegularExpressions;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Rows;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Squashes.Rows;

/// <summary>Reads what the tables of a scratch database hold, as statements that insert it again. Refuses what is too much for one file.</summary>
/// <param name="connection">The database.</param>
/// <param name="mostRows">The most rows of all tables together.</param>
internal sealed partial class RowReader(RunConnection connection, int mostRows)
{
    /// <summary>The longest that all statements together may be, in characters.</summary>
    public const int MostText = 1_000_000;

    private const int RowsOfStatement = 50;

    private Client Client => connection.Client.Client;

    /// <summary>The statements, table by table.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="counts">How many rows each table has, by the name that the structure has for it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">There are more rows, or more text, than one migration should have (CAIRN5201).</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(SchemaSnapshot structure, IReadOnlyDictionary<string, long> counts, CancellationToken cancellationToken)
    {
        var filled = counts.Where(table => table.Value > 0).OrderByDescending(table => table.Value).ToList();
        if (filled.Sum(table => table.Value) > mostRows)
        {
            throw TooMuch($"{filled.Sum(table => table.Value)} rows ({Tables(filled)}), and a squash carries over {mostRows} at most", "--max-rows raises the number; ");
        }

        // What an index without its contents was made from cannot be read back: all columns look empty.
        if (filled.Find(table => IsIndexAlone(structure.Find(ObjectKind.Table, table.Key)!)) is { Key: not null } index)
        {
            throw SquashErrors.Refused($"{index.Key} is a full-text index that keeps no text, so its {index.Value} rows cannot be read back.", "Fill it in a seed, or squash up to a version before the migration that fills it.");
        }

        var statements = new List<string>();
        foreach (var table in TableSelection.Of(structure, []).Where(table => counts.GetValueOrDefault(table.Table) > 0))
        {
            statements.AddRange(await ReadAsync(structure.Find(ObjectKind.Table, table.Table)!, table, cancellationToken));
        }

        return statements.Sum(statement => (long)statement.Length) <= MostText
            ? statements
            : throw TooMuch($"rows of more than {MostText} characters ({Tables(filled)})", "");
    }

    private async Task<IEnumerable<string>> ReadAsync(SnapshotObject table, TableSelection selection, CancellationToken cancellationToken)
    {
        var dialect = connection.Client.Dialect;
        var made = table.Of(ObjectKind.Column).Where(column => column[FactNames.Generated] is not null).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var columns = selection.Columns.Where(column => !made.Contains(column.Name)).ToList();
        var key = table.Of(ObjectKind.PrimaryKey).FirstOrDefault()?.List(FactNames.Columns) ?? [];
        var order = key.Count > 0 && key.All(column => columns.Exists(known => known.Name == column)) ? $" ORDER BY {string.Join(", ", key.Select(dialect.Quote))}" : "";
        var name = dialect.Quote(selection.Name);
        var rows = await LinesAsync(
            $"SELECT {string.Join(", ", columns.Select(column => LiteralText.Of(Client, dialect.Quote(column.Name), column.Type)).DefaultIfEmpty("1"))} "
            + $"FROM {(Client == Client.Postgres ? "ONLY " : "")}{name}{order}", columns.Count, cancellationToken);

        // Only PostgreSQL has numbers that an insertion must not give unless it says so.
        var overriding = Client == Client.Postgres && table.Of(ObjectKind.Column).Any(column => column[FactNames.Identity] == "always") ? " OVERRIDING SYSTEM VALUE" : "";
        var head = $"INSERT INTO {name} ({string.Join(", ", columns.Select(column => dialect.Quote(column.Name)))}){overriding} VALUES\n";
        return rows.Chunk(RowsOfStatement).Select(some => head + string.Join(",\n", some));
    }

    private async Task<List<string>> LinesAsync(string sql, int columns, CancellationToken cancellationToken)
    {
        await using var command = connection.Inner.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        var lines = new List<string>();
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add($"({string.Join(", ", Enumerable.Range(0, columns).Select(reader.GetString))})");
        }

        return lines;
    }

    private bool IsIndexAlone(SnapshotObject table) => Client == Client.Sqlite
        && table.Facts.Any(fact => fact.Values.Any(text => ContentOption().IsMatch(text) && text.Contains("VIRTUAL", StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"\bcontent\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ContentOption();

    private static string Tables(IReadOnlyList<KeyValuePair<string, long>> filled) =>
        string.Join(", ", filled.Take(5).Select(table => $"{table.Key} {table.Value}")) + (filled.Count > 5 ? $" and {filled.Count - 5} more tables" : "");

    private static CairnException TooMuch(string what, string first) => SquashErrors.Refused(
        $"The migrations leave {what}.", $"{first}a seed is the place for much data, or squash up to a version before the migration that inserts it.");
}
