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
            if (column.BecameNotNull)
            {
                yield return new($"SELECT * FROM {draft.QuotedName} WHERE ({Value(draft, column)}) IS NULL LIMIT 10")
                {
                    FailsWithRows = $"Column {column.Logical} of table {draft.Name} cannot be NOT NULL: these rows have null in it. Fill them first.",
                };
            }

            if (column.Using is null && CastTarget(draft, column) is { } target)
            {
                yield return new($"SELECT * FROM {draft.QuotedName} WHERE {Spoils(SqliteNames.Quote(column.Source!), target)} LIMIT 10")
                {
                    FailsWithRows = $"Column {column.Logical} of table {draft.Name} cannot become {draft.TextOf(column).Type}: "
                        + "these rows have values that would be changed by it. Correct them first, or say with Using(…) how they become new ones.",
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

    // A comparison with a number makes a number of a text that is one and of no other. For a cast to text the types are asked:
    // a column without a declared type is compared as it is.
    private static string Spoils(string column, string target) => target == "TEXT"
        ? $"typeof({column}) = 'blob' OR (typeof({column}) IN ('integer', 'real') AND {column} <> CAST(CAST({column} AS TEXT) AS NUMERIC))"
        : $"{column} <> CAST({column} AS {target})";

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

        var old = SqliteNames.Quote(column.Source);
        return column.Using ?? (CastTarget(draft, column) is { } target ? $"CAST({old} AS {target})" : old);
    }

    private static string? CastTarget(TableDraft draft, DraftColumn column) =>
        SqliteTypes.CastTarget(draft.Snapshot.Text.Find(column.Source!)!.Type, draft.TextOf(column).Type);

    // Rows keep their rowid where no column stands for it: something outside (a full-text index) may refer to it.
    private static string? Rowid(TableDraft draft)
    {
        var isKept = !draft.Text.IsWithoutRowid && TableSnapshot.FindRowidColumn(draft.Text) is null;
        return isKept ? RowidNames.FirstOrDefault(name => draft.Text.Find(name) is null && draft.Snapshot.Text.Find(name) is null) : null;
    }
}
