using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>How the rows get from the old table into the new one.</summary>
internal static class RowCopy
{
    private static readonly string[] RowidNames = ["rowid", "_rowid_", "oid"];

    /// <summary>Statements that stop the run where a value would be lost or is missing.</summary>
    public static IEnumerable<SqlStatement> Checks(TableDraft draft)
    {
        foreach (var column in Copied(draft).Where(column => column.Source is not null))
        {
            if (column.Using is null && Conversion(draft, column) is { } conversion)
            {
                yield return new($"SELECT * FROM {draft.QuotedName} WHERE {conversion.Spoils} LIMIT 10")
                {
                    FailsWithRows = $"Column {column.Logical} of table {draft.Name} cannot become {draft.TextOf(column).Type}: "
                        + "these rows have values that would be changed by it. Correct them first, or say with Using(…) how they become new ones.",
                };
            }

            if (column.BecameNotNull)
            {
                yield return new($"SELECT * FROM {draft.QuotedName} WHERE ({Value(draft, column)}) IS NULL LIMIT 10")
                {
                    FailsWithRows = $"Column {column.Logical} of table {draft.Name} cannot be NOT NULL: these rows have null in it. Fill them first.",
                };
            }
        }
    }

    /// <summary>INSERT … SELECT with all columns named; what is generated or new is left out and gets its value from the definition.</summary>
    public static string Insert(TableDraft draft, string temporary)
    {
        var columns = Copied(draft).ToList();
        var targets = columns.Select(column => SqliteNames.Quote(column.Physical)).ToList();
        var values = columns.Select(column => Value(draft, column)).ToList();
        if (Rowid(draft) is { } rowid)
        {
            targets.Insert(0, rowid);
            values.Insert(0, rowid);
        }

        // Without any column to copy there is still a row for each row.
        return targets.Count > 0
            ? $"INSERT INTO {SqliteNames.Quote(temporary)} ({string.Join(", ", targets)}) SELECT {string.Join(", ", values)} FROM {draft.QuotedName}"
            : throw SqliteRefusal.Breaks($"No column of table {draft.Name} stays.", "Drop the table and create it again.");
    }

    private static IEnumerable<DraftColumn> Copied(TableDraft draft) =>
        draft.Columns.Where(column => !draft.TextOf(column).IsGenerated && (column.Source is not null || HasOtherDefault(draft, column)));

    // A new column that gets another default in the same AlterTable has the first one in the rows that were there.
    private static bool HasOtherDefault(TableDraft draft, DraftColumn column) =>
        column.FirstDefault != draft.TextOf(column).Find(ConstraintKind.Default)?.Expression;

    private static string Value(TableDraft draft, DraftColumn column)
    {
        if (column.Source is null)
        {
            return column.Using ?? column.FirstDefault ?? "NULL";
        }

        return column.Using ?? Conversion(draft, column)?.Value ?? SqliteNames.Quote(column.Source);
    }

    private static TypeConversion? Conversion(TableDraft draft, DraftColumn column) =>
        TypeConversion.Find(SqliteNames.Quote(column.Source!), draft.Snapshot.Text.Find(column.Source!)!.Type, draft.TextOf(column).Type);

    // Rows keep their rowid where no column stands for it: something outside (a full-text index) may refer to it.
    private static string? Rowid(TableDraft draft)
    {
        var isKept = !draft.Text.IsWithoutRowid && TableSnapshot.FindRowidColumn(draft.Text) is null;
        return isKept ? RowidNames.FirstOrDefault(name => draft.Text.Find(name) is null && draft.Snapshot.Text.Find(name) is null) : null;
    }
}
