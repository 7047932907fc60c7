using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Primary keys of a draft.</summary>
internal static class KeyChanges
{
    /// <summary>Adds a primary key.</summary>
    public static void Add(TableDraft draft, PrimaryKeyDefinition key)
    {
        var columns = key.Columns.Select(draft.Require).ToList();
        if (TableSnapshot.FindPrimaryKey(draft.Text) is { } old)
        {
            // A numbered column has to be the key from the start; here it gets the key's name.
            var numbered = draft.TextOf(columns[0]);
            if (columns is not [{ Source: null }] || old is not { Flag: true, Name: null } || !ReferenceEquals(numbered.Find(ConstraintKind.PrimaryKey), old))
            {
                throw SqliteRefusal.Exists(draft.Name, "primary key", $"({string.Join(", ", old.Columns)})");
            }

            draft.Edit(columns[0], text => text.WithReplaced(ConstraintKind.PrimaryKey, ConstraintRendering.Identity(key)));
            return;
        }

        foreach (var column in columns)
        {
            ColumnAlterations.SetNullability(draft, column.Logical, isNullable: false);
        }

        draft.Text = draft.Text.WithNewConstraint(ConstraintRendering.PrimaryKey(key with { Columns = draft.Physical(key.Columns) }));
        draft.NeedsRebuild = true;
    }

    /// <summary>Drops the primary key.</summary>
    public static void Drop(TableDraft draft, DropPrimaryKey drop)
    {
        var key = TableSnapshot.FindPrimaryKey(draft.Text);
        var isMeant = key is not null && (key.Name is null || SqliteNames.Same(key.Name, drop.Name)
            || drop.Name.Length == 0 || SqliteNames.Same(drop.Name, $"{draft.Name}_pkey"));
        if (isMeant)
        {
            Remove(draft, key!);
        }
        else if (!drop.IfExists)
        {
            throw SqliteRefusal.Missing(draft.Name, "primary key", drop.Name, key is null ? [] : [key.Name ?? $"({string.Join(", ", key.Columns)})"]);
        }
    }

    /// <summary>Makes a column the numbered primary key.</summary>
    public static void Number(TableDraft draft, DraftColumn column)
    {
        var key = TableSnapshot.FindPrimaryKey(draft.Text);
        if (key is { Flag: true } && SqliteNames.Same(key.Columns, [column.Physical]))
        {
            return;
        }

        if (key is not null && !SqliteNames.Same(key.Columns, [column.Physical]))
        {
            throw SqliteRefusal.Unsupported($"numbered column beside another primary key (table {draft.Name}, column {column.Logical})", "Drop the primary key first.");
        }

        if (key is not null)
        {
            Remove(draft, key);
        }

        var named = key?.Name is null ? null : new PrimaryKeyDefinition(key.Name, []);
        draft.Edit(column, text => ColumnAlterations.Nullability(text.WithType("integer"), isNullable: false).WithNew(ConstraintRendering.Identity(named)));
    }

    /// <summary>A primary key's text without AUTOINCREMENT.</summary>
    public static string WithoutNumbering(ConstraintText key)
    {
        var word = SqlTokenizer.Tokenize(key.Text).Last(token => token.Is("AUTOINCREMENT"));
        return (key.Text[..word.Start].TrimEnd() + key.Text[word.End..]).TrimEnd();
    }

    /// <summary>Refuses a table that SQLite would not take.</summary>
    public static void RequireKey(TableDraft draft)
    {
        if (draft.Text.IsWithoutRowid && TableSnapshot.FindPrimaryKey(draft.Text) is null)
        {
            throw SqliteRefusal.Breaks($"Table {draft.Name} is WITHOUT ROWID and cannot be without a primary key.", "Add another primary key in the same AlterTable.");
        }
    }

    // NOT NULL stays when the key goes, as on the other databases.
    private static void Remove(TableDraft draft, ConstraintText key)
    {
        foreach (var column in key.Columns.Select(name => draft.Columns.Single(c => SqliteNames.Same(c.Physical, name))))
        {
            draft.Edit(column, text => ColumnAlterations.Nullability(text.Without(c => ReferenceEquals(c, key)), isNullable: false));
        }

        if (draft.Text.Constraints.FirstOrDefault(item => ReferenceEquals(item.Constraint, key)) is { } item)
        {
            draft.Text = draft.Text.Without(item);
        }

        draft.NeedsRebuild = true;
    }
}
