using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Checks, foreign keys and unique constraints of a draft.</summary>
internal static class ConstraintChanges
{
    /// <summary>Adds a foreign key; with the column that it is for, where that is new.</summary>
    public static void Add(TableDraft draft, ForeignKeyDefinition key)
    {
        RequireFree(draft, "foreign key", key.Name, ConstraintKind.ForeignKey);
        var isSelf = key.ReferencedTable.Schema is null && SqliteNames.Same(key.ReferencedTable.Name, draft.Name);
        var inText = key with
        {
            Columns = draft.Physical(key.Columns),
            ReferencedColumns = isSelf ? draft.Physical(key.ReferencedColumns) : key.ReferencedColumns,
        };
        if (key.Columns.Count == 1 && draft.Require(key.Columns[0]) is { AddedBy: { } statement } column)
        {
            AddInline(draft, column, ConstraintRendering.InlineForeignKey(inText));
            draft.Native[statement] += " " + ConstraintRendering.InlineForeignKey(key);
            return;
        }

        draft.Text = draft.Text.WithNewConstraint(ConstraintRendering.ForeignKey(inText));
        draft.NeedsRebuild = true;
    }

    /// <summary>Adds a check; with the column that it is for, where that is new.</summary>
    public static void Add(TableDraft draft, CheckDefinition check)
    {
        RequireFree(draft, "check", check.Name, ConstraintKind.Check);
        var rule = ConstraintRendering.Rule(check);
        var mentioned = ColumnReferences.In(rule);
        var inText = ConstraintRendering.Check(check.Name, draft.ToPhysical(rule));
        var columns = draft.Columns.Where(column => mentioned.Contains(column.Logical)).ToList();
        if (columns is [{ AddedBy: { } statement } column])
        {
            AddInline(draft, column, inText);
            draft.Native[statement] += " " + ConstraintRendering.Check(check.Name, rule);
            return;
        }

        draft.Text = draft.Text.WithNewConstraint(inText);
        draft.NeedsRebuild = true;
    }

    /// <summary>Drops a unique constraint, or the unique index that stands for one.</summary>
    public static void Drop(TableDraft draft, DropUnique drop)
    {
        if (IndexChanges.Find(draft, drop.Name) is { Text.IsUnique: true } named)
        {
            IndexChanges.Remove(draft, named);
            return;
        }

        var found = DropConstraint(draft, ConstraintKind.Unique, drop.Name, drop.Columns);
        if (!found && drop.Columns.Count > 0)
        {
            var columns = draft.Physical(drop.Columns);
            var index = draft.Indexes.Find(i => i.Text is { IsUnique: true, Where: null } && SqliteNames.Same([.. i.Text.Columns.Select(c => c.Name)], columns));
            found = index is not null;
            if (index is not null)
            {
                IndexChanges.Remove(draft, index);
            }
        }

        RequireFound(draft, found || drop.IfExists, "unique constraint", drop.Name, ConstraintKind.Unique);
    }

    /// <summary>Drops a foreign key.</summary>
    public static void Drop(TableDraft draft, DropForeignKey drop) => RequireFound(
        draft, DropConstraint(draft, ConstraintKind.ForeignKey, drop.Name, drop.Columns) || drop.IfExists, "foreign key", drop.Name, ConstraintKind.ForeignKey);

    /// <summary>Drops a check.</summary>
    public static void Drop(TableDraft draft, DropCheck drop) => RequireFound(
        draft, DropConstraint(draft, ConstraintKind.Check, drop.Name, []) || drop.IfExists, "check", drop.Name, ConstraintKind.Check);

    private static void AddInline(TableDraft draft, DraftColumn column, string definition)
    {
        var old = draft.TextOf(column);
        draft.Text = draft.Text.With(old, old.WithNew(definition));
    }

    // By name; by columns where no constraint has the name, since tables that Cairn did not make often have unnamed ones.
    private static bool DropConstraint(TableDraft draft, ConstraintKind kind, string name, IReadOnlyList<string> columns)
    {
        var all = Of(draft, kind).ToList();
        var physical = columns.All(column => draft.Find(column) is not null) ? draft.Physical(columns) : [];
        var found = all.Find(constraint => SqliteNames.Same(constraint.Name, name))
            ?? (physical.Count == 0 ? null : all.Find(constraint => SqliteNames.Same(constraint.Columns, physical)));
        if (found is null)
        {
            return false;
        }

        draft.NeedsRebuild = true;
        draft.Text = draft.Text.Items.First(item => Holds(item, found)) switch
        {
            ColumnText column => draft.Text.With(column, column.Without(constraint => ReferenceEquals(constraint, found))),
            var item => draft.Text.Without(item),
        };
        return true;
    }

    private static bool Holds(TableItem item, ConstraintText constraint) => item is ColumnText column
        ? column.Constraints.Any(c => ReferenceEquals(c, constraint))
        : ReferenceEquals(((TableConstraintText)item).Constraint, constraint);

    private static IEnumerable<ConstraintText> Of(TableDraft draft, ConstraintKind kind) =>
        draft.Text.Constraints.Select(item => item.Constraint).Concat(draft.Text.Columns.SelectMany(column => column.Constraints)).Where(c => c.Kind == kind);

    private static void RequireFree(TableDraft draft, string what, string name, ConstraintKind kind)
    {
        if (name.Length > 0 && Of(draft, kind).Any(constraint => SqliteNames.Same(constraint.Name, name)))
        {
            throw SqliteRefusal.Exists(draft.Name, what, name);
        }
    }

    private static void RequireFound(TableDraft draft, bool isFound, string what, string name, ConstraintKind kind)
    {
        if (!isFound)
        {
            throw SqliteRefusal.Missing(draft.Name, what, name, Of(draft, kind).Select(c => c.Name ?? (c.Columns.Count > 0 ? $"({string.Join(", ", c.Columns)})" : $"({c.Expression})")));
        }
    }
}
