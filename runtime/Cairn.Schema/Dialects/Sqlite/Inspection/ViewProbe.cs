using System.Data.Common;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>Asks SQLite whether views compile, as they are or over a table with other columns, without changing anything.</summary>
/// <param name="catalogue">The database.</param>
internal sealed class ViewProbe(ICatalogue catalogue)
{
    /// <summary>The views that do not compile as they are, with SQLite's reason.</summary>
    public async ValueTask<IReadOnlyList<(SchemaObject View, string Reason)>> BrokenAsync(IEnumerable<SchemaObject> views, CancellationToken cancellationToken)
    {
        var broken = new List<(SchemaObject, string)>();
        foreach (var view in views)
        {
            if (await ErrorOfAsync($"SELECT 1 FROM {SqliteNames.Quote(view.Name)} LIMIT 0", cancellationToken) is { } reason)
            {
                broken.Add((view, reason));
            }
        }

        return broken;
    }

    /// <summary>The first of the views that compiles over the old columns and not over the new ones.</summary>
    /// <param name="table">The table.</param>
    /// <param name="views">The views over it, those that others are over first.</param>
    /// <param name="oldColumns">Its columns now.</param>
    /// <param name="newColumns">Its columns then.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async ValueTask<(SchemaObject View, string Reason)?> FirstBrokenByAsync(
        string table, IReadOnlyList<SchemaObject> views, IReadOnlyList<string> oldColumns, IReadOnlyList<string> newColumns, CancellationToken cancellationToken)
    {
        var dropped = oldColumns.Except(newColumns, SqliteNames.Comparer).ToHashSet(SqliteNames.Comparer);
        foreach (var view in views)
        {
            if (await ErrorOfAsync(Probe(table, views, oldColumns, view, dropped), cancellationToken) is null
                && await ErrorOfAsync(Probe(table, views, newColumns, view, dropped), cancellationToken) is { } reason)
            {
                return (view, reason);
            }
        }

        return null;
    }

    // A common table expression of the table's name hides the table from the SELECTs of the views.
    private static string Probe(string table, IReadOnlyList<SchemaObject> views, IReadOnlyList<string> columns, SchemaObject asked, HashSet<string> dropped)
    {
        var parts = views.Select(view => (view.Name, Text: ViewText.Parse(view.Sql!)))
            .Select(view => $"{SqliteNames.Quote(view.Name)}{view.Text.Columns} AS ({Strict(view.Text.Select, dropped)}\n)");
        var nulls = string.Join(", ", columns.Select(_ => "NULL"));
        return $"WITH {SqliteNames.Quote(table)}({SqliteNames.Quote(columns)}) AS (SELECT {nulls}), {string.Join(", ", parts)} "
            + $"SELECT 1 FROM {SqliteNames.Quote(asked.Name)} LIMIT 0";
    }

    // "note" silently becomes a string where there is no such column; `note` does not.
    private static string Strict(string select, HashSet<string> dropped)
    {
        var text = new System.Text.StringBuilder();
        var end = 0;
        foreach (var token in SqlTokenizer.Tokenize(select).Where(t => t.Kind == TokenKind.Quoted && dropped.Contains(t.Name)))
        {
            text.Append(select, end, token.Start - end).Append(SqliteNames.Quote(token.Name));
            end = token.End;
        }

        return text.Append(select, end, select.Length - end).ToString();
    }

    /// <summary>The error that a query gives, or null.</summary>
    public async ValueTask<string?> ErrorOfAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await catalogue.ReadAsync(sql, [], cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is DbException or CairnException)
        {
            return exception.Message;
        }
    }
}
