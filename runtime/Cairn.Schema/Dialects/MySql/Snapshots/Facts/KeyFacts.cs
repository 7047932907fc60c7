using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>The primary key, the unique keys and the indexes of a table. A unique index is the constraint: there is no other one.</summary>
internal static class KeyFacts
{
    public static IEnumerable<SnapshotObject> Of(TableRows table, OwnDatabase own, MySqlCatalogue catalogue) =>
        table.Indexes.GroupBy(row => row.Text("name")!).Select(rows => Key(table, [.. rows], own, catalogue));

    private static SnapshotObject Key(TableRows table, IReadOnlyList<CatalogueRow> rows, OwnDatabase own, MySqlCatalogue catalogue)
    {
        var (first, name) = (rows[0], rows[0].Text("name")!);
        var kind = name == "PRIMARY" ? ObjectKind.PrimaryKey : first.Flag("non_unique") ? ObjectKind.Index : ObjectKind.Unique;
        var columns = rows.Select(row => Column(row, own, catalogue));
        if (table.Text?.WithoutOverlaps(name) is { } period && table.Text.Periods.FirstOrDefault(known => known.Name == period) is { Columns: { } ends })
        {
            columns = [.. columns.Where(column => !ends.Split(", ").Contains(column)), $"{period} without overlaps"];
        }

        return new SnapshotObject(kind, name)
        {
            Facts = new FactList()
                .Say(FactNames.Columns, [.. columns])
                .Say(FactNames.Method, Method(table, first))
                .Say(MySqlFacts.Parser, table.Text?.Parser(name))
                .SayIf(MySqlFacts.Invisible, first.Flag("invisible"))
                .SayIf(MySqlFacts.Ignored, first.Flag("ignored"))
                .Say(FactNames.Comment, first.Text("comment"))
                .All,
        };
    }

    /// <summary>The usual method is not said, except where the engine has another usual one.</summary>
    private static string? Method(TableRows table, CatalogueRow row) => row.Text("method") is "BTREE" && table.Row.Text("engine") != "MEMORY" ? null : row.Text("method")?.ToLowerInvariant();

    private static string Column(CatalogueRow row, OwnDatabase own, MySqlCatalogue catalogue)
    {
        var key = row.Text("expression") is { Length: > 0 } expression ? Expressions.InParentheses(own.Without(catalogue.Unescape(expression))) : row.Text("column_name")!;
        var part = row.Text("method") is "SPATIAL" ? null : row.Text("part");
        return key + (part is null ? "" : $"({part})") + (row.Text("direction") == "D" ? " desc" : "");
    }
}
