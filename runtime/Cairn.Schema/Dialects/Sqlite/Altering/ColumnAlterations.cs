using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Changes columns of a draft.</summary>
internal static class ColumnAlterations
{
    /// <summary>Renames a column.</summary>
    public static void Rename(TableDraft draft, RenameColumn rename)
    {
        var column = draft.Require(rename.From);
        if (draft.Find(rename.To) is { } other && other != column)
        {
            throw SqliteRefusal.Exists(draft.Name, "column", rename.To);
        }

        if (column.Logical == rename.To)
        {
            return;
        }

        draft.Native.Add($"ALTER TABLE {draft.QuotedName} RENAME COLUMN {SqliteNames.Quote(column.Logical)} TO {SqliteNames.Quote(rename.To)}");
        draft.HasNativeRename = true;
        column.Logical = rename.To;
        column.AddedBy = null;
    }

    /// <summary>Allows or forbids null.</summary>
    public static void SetNullability(TableDraft draft, string name, bool isNullable)
    {
        var column = draft.Require(name);
        var text = draft.TextOf(column);
        if (isNullable && TableSnapshot.PrimaryKeyOf(draft.Text).Contains(text.Name, SqliteNames.Comparer))
        {
            throw SqliteRefusal.Breaks($"Column {name} of table {draft.Name} is in the primary key, which allows no null.", "Drop the primary key first.");
        }

        draft.Edit(column, old => Nullability(old, isNullable));
        column.BecameNotNull = !isNullable && text.Find(ConstraintKind.NotNull) is null;
    }

    /// <summary>Sets the default.</summary>
    public static void SetDefault(TableDraft draft, SetDefault change)
    {
        var column = draft.Require(change.Column);
        if (draft.TextOf(column).IsGenerated)
        {
            throw SqliteRefusal.Breaks($"Column {change.Column} of table {draft.Name} is generated and has no default.", "Change its expression instead.");
        }

        var type = draft.TextOf(column).Type.ToUpperInvariant() switch
        {
            "DATE" => ColumnKind.Date,
            "TIME" => ColumnKind.Time,
            "BOOLEAN" => ColumnKind.Boolean,
            "DATETIME" => ColumnKind.DateTime,
            "TIMESTAMP" => ColumnKind.Timestamp,
            var declared when SqliteTypes.Affinity(declared) == "TEXT" => ColumnKind.Text,
            _ => ColumnKind.Specific,
        };
        draft.Edit(column, old => old.WithReplaced(ConstraintKind.Default, ColumnRendering.Default(change.Default, new ColumnType(type))));
    }

    /// <summary>Takes the default away.</summary>
    public static void DropDefault(TableDraft draft, string name) =>
        draft.Edit(draft.Require(name), old => old.Without(c => c.Kind == ConstraintKind.Default));

    /// <summary>Changes what the definition says and leaves the rest.</summary>
    public static void Alter(TableDraft draft, AlterColumn alter)
    {
        var definition = alter.Column;
        var column = draft.Require(definition.Name);
        ColumnRendering.Validate(definition);
        var inText = definition with
        {
            Name = column.Physical,
            Generated = definition.Generated is { } generated ? generated with { Sql = draft.ToPhysical(generated.Sql) } : null,
        };
        if (definition.Identity != IdentityKind.None)
        {
            KeyChanges.Number(draft, column);
        }

        draft.Edit(column, old => Typed(draft, old, inText, definition.Name));
        if (alter.Using is not null)
        {
            column.Using = draft.ToPhysical(alter.Using);
            draft.NeedsRebuild = true;
        }

        if (definition.Nullable is { } isNullable)
        {
            SetNullability(draft, definition.Name, isNullable);
        }
    }

    private static ColumnText Typed(TableDraft draft, ColumnText old, ColumnDefinition definition, string logical)
    {
        var isRowid = TableSnapshot.FindRowidColumn(draft.Text)?.Name == old.Name;
        var keepsNumber = isRowid && SqliteTypes.IsInteger(definition.Type.Kind);
        var isNumbered = keepsNumber && old.Find(ConstraintKind.PrimaryKey)?.Flag == true;
        var wasUuid = old.Type.Equals(SqliteTypes.Uuid, StringComparison.OrdinalIgnoreCase);

        // The word INTEGER makes the column the rowid, which numbers itself; "bigint" would end that.
        var column = keepsNumber ? old : old.WithType(ColumnRendering.DeclaredType(definition));
        var check = ColumnRendering.Check(draft.Name, isNumbered ? definition with { Identity = IdentityKind.ByDefault } : definition, logical);
        var same = check is null ? null : old.Constraints.FirstOrDefault(c => c.Text == check);
        column = column.Without(c => c != same && DialectChecks.IsOne(c, old.Name));
        column = check is null || same is not null ? column : column.WithNew(check);
        column = definition.Default is null ? column : column.WithReplaced(ConstraintKind.Default, ColumnRendering.Default(definition.Default, definition.Type));
        column = definition.Generated is null ? column : column.WithReplaced(ConstraintKind.Generated, ColumnRendering.Generated(definition.Generated));
        if (!keepsNumber && column.Find(ConstraintKind.PrimaryKey) is { Flag: true } key)
        {
            column = column.WithReplaced(ConstraintKind.PrimaryKey, KeyChanges.WithoutNumbering(key));
        }

        return ColumnRendering.Collation(definition) is { } collation
            ? column.Find(ConstraintKind.Collate)?.Expression == collation ? column : column.WithReplaced(ConstraintKind.Collate, $"COLLATE {SqliteNames.Quote(collation)}")
            : wasUuid ? column.Without(c => c.Kind == ConstraintKind.Collate && SqliteNames.Same(c.Expression, SqliteTypes.UuidCollation))
            : column;
    }

    /// <summary>A column with or without NOT NULL.</summary>
    public static ColumnText Nullability(ColumnText column, bool isNullable) =>
        isNullable ? column.Without(c => c.Kind == ConstraintKind.NotNull)
        : column.Find(ConstraintKind.NotNull) is not null ? column
        : column.Without(c => c.Kind == ConstraintKind.Null).WithNew("NOT NULL");
}
