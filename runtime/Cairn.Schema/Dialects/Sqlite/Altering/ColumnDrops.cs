using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>
/// Drops columns of a draft. What is over the column alone (an index, a key, a check) goes with it; what needs other columns too
/// would silently become something else, so it is refused. Views are looked at when the whole change is known.
/// </summary>
internal static class ColumnDrops
{
    /// <summary>Drops a column.</summary>
    public static void Drop(TableDraft draft, DropColumn drop)
    {
        if (draft.Find(drop.Name) is null && drop.IfExists)
        {
            return;
        }

        var column = draft.Require(drop.Name);
        var text = draft.TextOf(column);
        if (draft.Columns.Count == 1)
        {
            throw Breaks(draft, column, "it is the table's only column", "Drop the table instead.");
        }

        RequireUnreferenced(draft, column);
        RequireUnusedByColumns(draft, column, text);
        var isNative = text.Find(ConstraintKind.PrimaryKey) is null && text.Find(ConstraintKind.Unique) is null && !draft.NeedsRebuild;
        isNative &= !DropConstraints(draft, column);
        DropIndexes(draft, column);
        isNative &= !draft.Snapshot.Objects.Triggers.Any(trigger => trigger.Mentions(column.Logical));
        draft.Text = draft.Text.Without(draft.TextOf(column));
        draft.Columns.Remove(column);
        if (column.Source is not null)
        {
            draft.Dropped.Add(column.Source);
        }

        if (isNative)
        {
            draft.Native.Add($"ALTER TABLE {draft.QuotedName} DROP COLUMN {SqliteNames.Quote(column.Logical)}");
        }
        else
        {
            draft.NeedsRebuild = true;
        }
    }

    private static void RequireUnreferenced(TableDraft draft, DraftColumn column)
    {
        var key = TableSnapshot.PrimaryKeyOf(draft.Snapshot.Text);
        var child = draft.Snapshot.Links.FirstOrDefault(link => !SqliteNames.Same(link.Child, draft.Name)
            && (link.ParentColumn is null ? key.Contains(column.Source ?? "", SqliteNames.Comparer) : SqliteNames.Same(link.ParentColumn, column.Source)));
        if (child is not null)
        {
            throw Breaks(draft, column, $"a foreign key of table {child.Child} refers to it", $"Drop the foreign key of {child.Child} first.");
        }
    }

    private static void RequireUnusedByColumns(TableDraft draft, DraftColumn column, ColumnText text)
    {
        foreach (var other in draft.Text.Columns.Where(c => !ReferenceEquals(c, text)))
        {
            var user = other.Constraints.FirstOrDefault(c => c.Kind is ConstraintKind.Generated or ConstraintKind.Check && Mentions(c.Expression, column));
            if (user is not null)
            {
                var what = user.Kind == ConstraintKind.Generated ? $"generated column {other.Name} is worked out from it" : $"a check of column {other.Name} needs it";
                throw Breaks(draft, column, what, $"Drop or change column {other.Name} first.");
            }

            if (other.Find(ConstraintKind.ForeignKey)?.ForeignKey is { } key && RefersToSelf(draft, key, column))
            {
                throw Breaks(draft, column, $"column {other.Name} refers to it", $"Drop the foreign key of {other.Name} first.");
            }
        }
    }

    private static bool DropConstraints(TableDraft draft, DraftColumn column)
    {
        var found = false;
        foreach (var item in draft.Text.Constraints.ToList())
        {
            var constraint = item.Constraint;
            var needed = constraint.Kind == ConstraintKind.Check ? ColumnsOf(draft, constraint.Expression) : constraint.Columns;
            if (constraint.ForeignKey is { } key && RefersToSelf(draft, key, column) && !needed.Contains(column.Physical, SqliteNames.Comparer))
            {
                throw Breaks(draft, column, $"{Describe(constraint)} refers to it", "Drop the foreign key first.");
            }

            if (!needed.Contains(column.Physical, SqliteNames.Comparer))
            {
                continue;
            }

            if (needed.Count > 1)
            {
                throw Breaks(draft, column, $"{Describe(constraint)} needs it together with other columns", "Drop the constraint first, in the same AlterTable if you like.");
            }

            draft.Text = draft.Text.Without(item);
            found = true;
        }

        return found;
    }

    private static void DropIndexes(TableDraft draft, DraftColumn column)
    {
        foreach (var index in draft.Indexes.Where(index => index.Text.Mentioned.Contains(column.Physical)).ToList())
        {
            if (ColumnsOf(draft, index.Text.Sql[index.Text.ListStart..]).Count > 1)
            {
                throw Breaks(draft, column, $"index {index.Name} needs it together with other columns", $"Drop the index {index.Name} first, in the same AlterTable if you like.");
            }

            IndexChanges.Remove(draft, index);
        }
    }

    private static List<string> ColumnsOf(TableDraft draft, string expression)
    {
        var mentioned = ColumnReferences.In(expression);
        return [.. draft.Columns.Select(column => column.Physical).Where(mentioned.Contains)];
    }

    private static bool Mentions(string expression, DraftColumn column) => ColumnReferences.In(expression).Contains(column.Physical);

    private static bool RefersToSelf(TableDraft draft, ForeignKeyDefinition key, DraftColumn column) =>
        SqliteNames.Same(key.ReferencedTable.Name, draft.Name)
        && (key.ReferencedColumns.Count > 0 ? key.ReferencedColumns : TableSnapshot.PrimaryKeyOf(draft.Text)).Contains(column.Physical, SqliteNames.Comparer);

    private static string Describe(ConstraintText constraint) => constraint.Kind switch
    {
        ConstraintKind.PrimaryKey => "the primary key",
        ConstraintKind.ForeignKey => $"foreign key {constraint.Name ?? $"({string.Join(", ", constraint.Columns)})"}",
        ConstraintKind.Unique => $"unique constraint {constraint.Name ?? $"({string.Join(", ", constraint.Columns)})"}",
        _ => $"check {constraint.Name ?? constraint.Expression}",
    };

    private static CairnException Breaks(TableDraft draft, DraftColumn column, string why, string fix) =>
        SqliteRefusal.Breaks($"Column {column.Logical} of table {draft.Name} cannot be dropped: {why}.", fix);
}
