using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Applies the changes of an AlterTable to a draft, in their written order.</summary>
internal static class ChangeApplication
{
    /// <summary>Applies one change.</summary>
    /// <exception cref="CairnException">It cannot be done, or what it changes is not there.</exception>
    public static void Apply(TableDraft draft, TableChange change)
    {
        switch (change)
        {
            case AddColumn add:
                ColumnAdditions.Add(draft, add.Column);
                break;
            case AlterColumn alter:
                ColumnAlterations.Alter(draft, alter);
                break;
            case DropColumn drop:
                ColumnDrops.Drop(draft, drop);
                break;
            case RenameColumn rename:
                ColumnAlterations.Rename(draft, rename);
                break;
            case SetNullability nullability:
                ColumnAlterations.SetNullability(draft, nullability.Column, nullability.Nullable);
                break;
            case SetDefault value:
                ColumnAlterations.SetDefault(draft, value);
                break;
            case DropDefault drop:
                ColumnAlterations.DropDefault(draft, drop.Column);
                break;
            case SetTableOptions options:
                CreateTableRendering.RequirePlainOptions(options.Options, draft.Name);
                break;
            default:
                ApplyToKeys(draft, change);
                break;
        }
    }

    private static void ApplyToKeys(TableDraft draft, TableChange change)
    {
        switch (change)
        {
            case AddPrimaryKey add:
                KeyChanges.Add(draft, add.Key);
                break;
            case DropPrimaryKey drop:
                KeyChanges.Drop(draft, drop);
                break;
            case AddUnique add:
                IndexChanges.Add(draft, add.Unique);
                break;
            case DropUnique drop:
                ConstraintChanges.Drop(draft, drop);
                break;
            case AddForeignKey add:
                ConstraintChanges.Add(draft, add.ForeignKey);
                break;
            case DropForeignKey drop:
                ConstraintChanges.Drop(draft, drop);
                break;
            case AddCheck add:
                ConstraintChanges.Add(draft, add.Check);
                break;
            case DropCheck drop:
                ConstraintChanges.Drop(draft, drop);
                break;
            case AddIndex add:
                IndexChanges.Add(draft, add.Index);
                break;
            case DropIndex drop:
                IndexChanges.Drop(draft, drop);
                break;
            case RenameIndex rename:
                IndexChanges.Rename(draft, rename);
                break;
            default:
                throw SqliteRefusal.Unsupported($"way to {change.Describe()} (table {draft.Name})", "Branch with db.Is(…).");
        }
    }
}
