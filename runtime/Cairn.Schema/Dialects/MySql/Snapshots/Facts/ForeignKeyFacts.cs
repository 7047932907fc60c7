using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>The foreign keys of a table.</summary>
internal static class ForeignKeyFacts
{
    /// <param name="table">The table.</param>
    /// <param name="usual">The rule that the server prints where nothing was said.</param>
    public static IEnumerable<SnapshotObject> Of(TableRows table, string usual)
    {
        var columns = table.ForeignKeyColumns.ToLookup(row => row.Text("name")!, StringComparer.Ordinal);
        return table.ForeignKeys.Select(row => Key(table.Name, row, [.. columns[row.Text("name")!]], usual));
    }

    private static SnapshotObject Key(string table, CatalogueRow row, IReadOnlyList<CatalogueRow> rows, string usual)
    {
        List<string> columns = [.. rows.Select(column => column.Text("column_name")!)], targets = [.. rows.Select(column => column.Text("target_column")!)];
        var target = rows[0].Flag("is_own") ? rows[0].Text("target")! : $"{rows[0].Text("target_schema")}.{rows[0].Text("target")}";
        var name = row.Text("name")!;
        return new SnapshotObject(ObjectKind.ForeignKey, IsOfServer(table, name) ? $"({string.Join(", ", columns)}) references {target} ({string.Join(", ", targets)})" : name)
        {
            Facts = new FactList()
                .Say(FactNames.Columns, columns)
                .Say(FactNames.References, target)
                .Say(FactNames.ReferencedColumns, targets)
                .Say(FactNames.OnDelete, Rule(row.Text("on_delete"), usual))
                .Say(FactNames.OnUpdate, Rule(row.Text("on_update"), usual))
                .All,
        };
    }

    private static string? Rule(string? rule, string usual) => rule is null || rule == usual ? null : rule.ToLowerInvariant();

    private static bool IsOfServer(string table, string name) =>
        (name.StartsWith(table + "_ibfk_", StringComparison.OrdinalIgnoreCase) && name.AsSpan(table.Length + 6).IndexOfAnyExceptInRange('0', '9') < 0)
        || name.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
