using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>The last statements of a rebuild: what they find rolls all of it back.</summary>
internal static class RebuildChecks
{
    /// <summary>Views and triggers must compile where columns went; foreign keys of this table and to it must hold.</summary>
    public static async ValueTask<IReadOnlyList<SqlStatement>> RenderAsync(
        TableDraft draft, IReadOnlyList<SchemaObject> views, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var statements = new List<SqlStatement>();
        var probe = new ViewProbe(catalogue);
        foreach (var (before, after) in draft.Dropped.Count == 0 ? [] : views.Select(ViewProbeOf).Concat(TriggerProbes(draft)).Distinct())
        {
            // What does not compile now need not compile then.
            if (await probe.ErrorOfAsync(before, cancellationToken) is null)
            {
                statements.Add(new(after));
            }
        }

        var tables = new List<string>(draft.Snapshot.Children);
        if (Rebuild.ForeignKeys(draft.Text).Any())
        {
            tables.Insert(0, draft.Name);
        }

        statements.AddRange(tables.Select(table => new SqlStatement($"PRAGMA foreign_key_check({SqliteNames.Quote(table)})")
        {
            FailsWithRows = $"Rows of table {table} refer to rows that do not exist.",
        }));
        return statements;
    }

    private static (string Before, string After) ViewProbeOf(SchemaObject view)
    {
        var sql = $"SELECT 1 FROM {SqliteNames.Quote(view.Name)} LIMIT 0";
        return (sql, sql);
    }

    // SQLite compiles a trigger with the statement that fires it, not when the trigger is created.
    private static IEnumerable<(string Before, string After)> TriggerProbes(TableDraft draft) => draft.Snapshot.Objects.Triggers
        .Where(trigger => SqliteNames.Same(trigger.Table, draft.Name) || trigger.Mentions(draft.Name))
        .Select(trigger => TriggerProbe(draft, trigger, TriggerText.Parse(trigger.Sql!)))
        .OfType<(string, string)>();

    private static (string Before, string After)? TriggerProbe(TableDraft draft, SchemaObject trigger, TriggerText text)
    {
        var table = SqliteNames.Quote(trigger.Table);
        if (text.Event != "UPDATE")
        {
            var sql = text.Event == "INSERT" ? $"EXPLAIN INSERT INTO {table} DEFAULT VALUES" : $"EXPLAIN DELETE FROM {table}";
            return (sql, sql);
        }

        // An UPDATE names a column, which may have another name afterwards. Where all columns of an UPDATE OF go, any other is named:
        // the trigger cannot fire then, and so is not compiled.
        if (!SqliteNames.Same(trigger.Table, draft.Name))
        {
            var other = text.Columns.Count > 0 ? text.Columns[0] : FirstColumn(draft, trigger.Table);
            return (Update(other), Update(other));
        }

        var own = draft.Columns.Where(c => c.Source is not null && !draft.TextOf(c).IsGenerated).ToList();
        var column = own.Find(c => text.Columns.Contains(c.Source!, SqliteNames.Comparer)) ?? own.FirstOrDefault();
        return column is null ? null : (Update(column.Source!), Update(column.Logical));

        string Update(string name) => $"EXPLAIN UPDATE {table} SET {SqliteNames.Quote(name)} = {SqliteNames.Quote(name)}";
    }

    private static string FirstColumn(TableDraft draft, string table) => draft.Snapshot.Objects.FindTable(table) is { } found
        ? TableSnapshot.Parse(found).Columns.First(column => !column.IsGenerated).Name
        : "rowid";
}
