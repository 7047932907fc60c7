using System.Data.Common;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Facts;

/// <summary>
/// Asks the live database. Each question reads a bounded number of rows, and is asked once; one that the database refuses (a right that is
/// missing, a time limit) counts as not answered and is told.
/// </summary>
/// <param name="connection">A session that changes nothing.</param>
internal sealed class LintDatabase(RunConnection connection) : ILintDatabase
{
    /// <summary>So many rows of a table are read for a question about its values.</summary>
    private const long RowsRead = 200_000;

    private readonly Dictionary<string, bool?> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<TableName, TableModel?> tables = [];
    private readonly Dictionary<TableName, CountedRows> counts = [];

    /// <summary>Questions that the database refused.</summary>
    public List<string> Refused { get; } = [];

    public Client Client => connection.Client.Client;

    public Version Version { get; } = connection.Client.ReadVersion(connection.Inner);

    private Dialect Dialect => connection.Client.Dialect;

    public async ValueTask<TableModel?> FindAsync(TableName table, CancellationToken cancellationToken)
    {
        if (!tables.TryGetValue(table, out var model))
        {
            tables[table] = model = await connection.Catalogue.FindTableAsync(table, cancellationToken);
        }

        return model;
    }

    public async ValueTask<CountedRows> RowsAsync(TableName table, CancellationToken cancellationToken)
    {
        if (!counts.TryGetValue(table, out var rows))
        {
            // A table that may not be read is taken for one with rows: nothing is left out because of it.
            var count = await AskAsync($"SELECT count(*) AS n FROM (SELECT 1 AS one FROM {Dialect.Quote(table)} LIMIT {CountedRows.Most}) AS r", $"the rows of {table}", cancellationToken);
            counts[table] = rows = new CountedRows(count ?? CountedRows.Most);
        }

        return rows;
    }

    public ValueTask<bool?> HasValuesAsync(TableName table, string column, CancellationToken cancellationToken) =>
        AnyAsync($"SELECT count(*) AS n FROM (SELECT 1 AS one FROM {Some(table, column)} WHERE {Dialect.Quote(column)} IS NOT NULL LIMIT 1) AS r", $"{table}.{column}", cancellationToken);

    public ValueTask<bool?> HasNullsAsync(TableName table, string column, CancellationToken cancellationToken) =>
        AnyAsync($"SELECT count(*) AS n FROM (SELECT 1 AS one FROM {Some(table, column)} WHERE {Dialect.Quote(column)} IS NULL LIMIT 1) AS r", $"{table}.{column}", cancellationToken);

    public ValueTask<bool?> HasLongerAsync(TableName table, string column, long letters, CancellationToken cancellationToken)
    {
        var length = Client is Client.Sqlite ? "length" : "char_length";
        return AnyAsync($"SELECT count(*) AS n FROM (SELECT 1 AS one FROM {Some(table, column)} WHERE {length}({Dialect.Quote(column)}) > {letters} LIMIT 1) AS r", $"{table}.{column}", cancellationToken);
    }

    public ValueTask<bool?> HasDuplicatesAsync(TableName table, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var list = string.Join(", ", columns.Select(Dialect.Quote));
        var present = string.Join(" AND ", columns.Select(column => $"{Dialect.Quote(column)} IS NOT NULL"));
        return AnyAsync(
            $"SELECT count(*) AS n FROM (SELECT 1 AS one FROM {Some(table, [.. columns])} WHERE {present} GROUP BY {list} HAVING count(*) > 1 LIMIT 1) AS r",
            $"{table}.{string.Join(", ", columns)}",
            cancellationToken);
    }

    public ValueTask<bool?> HasOrphansAsync(TableName table, ForeignKeyDefinition key, CancellationToken cancellationToken)
    {
        var present = string.Join(" AND ", key.Columns.Select(column => $"c.{Dialect.Quote(column)} IS NOT NULL"));
        var same = string.Join(" AND ", key.Columns.Zip(key.ReferencedColumns, (mine, theirs) => $"p.{Dialect.Quote(theirs)} = c.{Dialect.Quote(mine)}"));
        return AnyAsync(
            $"SELECT count(*) AS n FROM (SELECT 1 AS one FROM (SELECT {string.Join(", ", key.Columns.Select(Dialect.Quote))} FROM {Dialect.Quote(table)} LIMIT {RowsRead}) AS c "
            + $"WHERE {present} AND NOT EXISTS (SELECT 1 FROM {Dialect.Quote(key.ReferencedTable)} AS p WHERE {same}) LIMIT 1) AS r",
            $"{table} and {key.ReferencedTable}",
            cancellationToken);
    }

    private string Some(TableName table, params string[] columns) =>
        $"(SELECT {string.Join(", ", columns.Select(Dialect.Quote))} FROM {Dialect.Quote(table)} LIMIT {RowsRead}) AS s";

    private async ValueTask<bool?> AnyAsync(string sql, string about, CancellationToken cancellationToken)
    {
        if (!answers.TryGetValue(sql, out var answer))
        {
            answers[sql] = answer = await AskAsync(sql, about, cancellationToken) is { } count ? count > 0 : null;
        }

        return answer;
    }

    private async ValueTask<long?> AskAsync(string sql, string about, CancellationToken cancellationToken)
    {
        try
        {
            return (await connection.QueryAsync(sql, [], cancellationToken))[0].Number("n");
        }
        catch (DbException exception)
        {
            Refused.Add($"{about} could not be read ({exception.Message}); the rules take the worse case.");
            return null;
        }
    }
}
