using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Adds columns to a draft.</summary>
internal static class ColumnAdditions
{
    /// <summary>Adds a column.</summary>
    public static void Add(TableDraft draft, ColumnDefinition column)
    {
        if (draft.Find(column.Name) is not null)
        {
            throw SqliteRefusal.Exists(draft.Name, "column", column.Name);
        }

        var physical = draft.FreeColumn(column.Name);
        var inText = column with
        {
            Name = physical,
            Generated = column.Generated is { } generated ? generated with { Sql = draft.ToPhysical(generated.Sql) } : null,
        };
        if (column.Identity == IdentityKind.None)
        {
            draft.Text = draft.Text.WithNewColumn(ColumnRendering.Render(draft.Name, inText, column.Name));
        }
        else
        {
            AddNumbered(draft, inText);
        }

        var added = new DraftColumn(column.Name, physical, null) { FirstDefault = draft.Text.Find(physical)!.Find(ConstraintKind.Default)?.Expression };
        draft.Columns.Add(added);
        if (!IsNative(column))
        {
            draft.NeedsRebuild = true;
            return;
        }

        added.AddedBy = draft.Native.Count;
        draft.Native.Add($"ALTER TABLE {draft.QuotedName} ADD COLUMN {ColumnRendering.Render(draft.Name, column)}");
        if (!HasNullDefault(column))
        {
            // Neither a foreign key nor a check that the default may violate can go with it.
            added.AddedBy = null;
        }
    }

    private static void AddNumbered(TableDraft draft, ColumnDefinition column)
    {
        ColumnRendering.Validate(column);
        if (TableSnapshot.FindPrimaryKey(draft.Text) is not null)
        {
            throw SqliteRefusal.Unsupported(
                $"numbered column beside another primary key (table {draft.Name}, column {column.Name})", "Drop the primary key first.");
        }

        draft.Text = draft.Text.WithNewColumn($"{SqliteNames.Quote(column.Name)} integer NOT NULL {ConstraintRendering.Identity(null)}");
    }

    // The limits of ADD COLUMN: no key, nothing stored, a constant default. It does not ask whether the default satisfies a check.
    private static bool IsNative(ColumnDefinition column) =>
        column.Identity == IdentityKind.None
        && column.Generated?.Stored != true
        && (column.Default is null or ColumnDefault.Value)
        && !(column.Default is not null && ColumnRendering.Default(column.Default, column.Type).Contains('('))
        && ColumnRendering.DefaultPassesCheck(column);

    private static bool HasNullDefault(ColumnDefinition column) => column.Default is null or ColumnDefault.Value { Content: null };
}
