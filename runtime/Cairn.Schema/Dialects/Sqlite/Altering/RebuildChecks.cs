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
        var candidates = draft.Dropped.Count == 0 ? [] : views.Select(view => $"SELECT 1 FROM {SqliteNames.Quote(view.Name)} LIMIT 0").Concat(TriggerProbes(draft));
        var probe = new ViewProbe(catalogue);
        foreach (var sql in candidates)
        {
            // What does not compile now need not compile then.
            if (await probe.ErrorOfAsync(Before(draft, sql), cancellationToken) is null)
            {
                statements.Add(new(sql));
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

    private static string Before(TableDraft draft, string sql)
    {
        // An UPDATE names a column; it is asked for under the name that it has now.
        foreach (var column in draft.Columns.Where(c => c.Source is not null && c.Logical != c.Source))
        {
            sql = sql.Replace($"SET {SqliteNames.Quote(column.Logical)} = {SqliteNames.Quote(column.Logical)}", $"SET {SqliteNames.Quote(column.Source!)} = {SqliteNames.Quote(column.Source!)}", StringComparison.Ordinal);
        }

        return sql;
    }

    // SQLite compiles a trigger with the statement that fires it, not when the trigger is created.
    private static IEnumerable<string> TriggerProbes(TableDraft draft)
    {
        var column = draft.Columns.Find(c => c.Source is not null && !draft.TextOf(c).IsGenerated)?.Logical;
        var triggers = draft.Snapshot.Objects.Triggers.Where(trigger => SqliteNames.Same(trigger.Table, draft.Name) || trigger.Mentions(draft.Name));
        return triggers.Select(trigger => Probe(draft, trigger, column)).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static string? Probe(TableDraft draft, SchemaObject trigger, string? column)
    {
        var text = TriggerText.Parse(trigger.Sql!);
        var table = SqliteNames.Quote(trigger.Table);
        var isOwn = SqliteNames.Same(trigger.Table, draft.Name);
        var updated = !isOwn ? text.Columns.FirstOrDefault() ?? FirstColumn(draft, trigger.Table)
            : text.Columns.Select(name => draft.Columns.Find(c => SqliteNames.Same(c.Source, name))?.Logical).FirstOrDefault(name => name is not null) ?? column;
        return text.Event switch
        {
            "INSERT" => $"EXPLAIN INSERT INTO {table} DEFAULT VALUES",
            "DELETE" => $"EXPLAIN DELETE FROM {table}",
            _ => updated is null ? null : $"EXPLAIN UPDATE {table} SET {SqliteNames.Quote(updated)} = {SqliteNames.Quote(updated)}",
        };
    }

    private static string? FirstColumn(TableDraft draft, string table) => draft.Snapshot.Objects.FindTable(table) is { } found
        ? TableSnapshot.Parse(found).Columns.FirstOrDefault(column => !column.IsGenerated)?.Name
        : null;
}
