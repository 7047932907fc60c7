using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Indexes of a draft. They never need a rebuild.</summary>
internal static class IndexChanges
{
    /// <summary>Creates an index.</summary>
    public static void Add(TableDraft draft, IndexDefinition index)
    {
        var sql = ConstraintRendering.Index(draft.Name, index);
        foreach (var key in index.Columns.Where(key => !key.IsExpression))
        {
            draft.Require(key.Name);
        }

        if (Find(draft, index.Name) is not null)
        {
            throw SqliteRefusal.Exists(draft.Name, "index", index.Name);
        }

        draft.Indexes.Add(new DraftIndex(index.Name, draft.ToPhysical(IndexText.Parse(sql))));
        draft.Native.Add(sql);
    }

    /// <summary>Creates a unique constraint: as a unique index, which needs no rebuild and which foreign keys and upserts accept as well.</summary>
    public static void Add(TableDraft draft, UniqueDefinition unique) =>
        Add(draft, new IndexDefinition(unique.Name, [.. unique.Columns.Select(column => new IndexColumn(column))]) { IsUnique = true });

    /// <summary>Drops an index.</summary>
    public static void Drop(TableDraft draft, DropIndex drop)
    {
        if (drop.Concurrently)
        {
            throw SqliteRefusal.Unsupported($"concurrent dropping of indexes (index {drop.Name})", "Leave .Concurrently() out, or branch with db.Is(Client.Postgres).");
        }

        if (Find(draft, drop.Name) is { } index)
        {
            Remove(draft, index);
        }
        else if (!drop.IfExists)
        {
            throw Missing(draft, drop.Name);
        }
    }

    /// <summary>Renames an index by dropping it and creating it from its text.</summary>
    public static void Rename(TableDraft draft, RenameIndex rename)
    {
        var index = Find(draft, rename.From) ?? throw Missing(draft, rename.From);
        if (Find(draft, rename.To) is { } other && other != index)
        {
            throw SqliteRefusal.Exists(draft.Name, "index", rename.To);
        }

        var renamed = new DraftIndex(rename.To, IndexText.Parse(index.Text.Named(SqliteNames.Quote(rename.To))));
        Remove(draft, index);
        draft.Indexes.Add(renamed);
        draft.Native.Add(draft.ToLogical(renamed.Text));
    }

    /// <summary>The index of that name, or null.</summary>
    public static DraftIndex? Find(TableDraft draft, string name) => draft.Indexes.Find(index => SqliteNames.Same(index.Name, name));

    /// <summary>Drops an index that is there.</summary>
    public static void Remove(TableDraft draft, DraftIndex index)
    {
        draft.Indexes.Remove(index);
        draft.Native.Add($"DROP INDEX {SqliteNames.Quote(index.Name)}");
    }

    private static CairnException Missing(TableDraft draft, string name)
    {
        var constraint = draft.Text.Constraints.Select(item => item.Constraint)
            .FirstOrDefault(c => c.Kind == ConstraintKind.Unique && SqliteNames.Same(c.Name, name));
        return constraint is null
            ? SqliteRefusal.Missing(draft.Name, "index", name, draft.Indexes.Select(index => index.Name))
            : new CairnException(ErrorCodes.ObjectMissing, $"{name} of table {draft.Name} is a unique constraint, not an index.") { Fix = "Use DropUnique." };
    }
}
