using Cairn.Runtime.Linting.Recordings;
using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Compares the two directions of a migration by what their operations are about.</summary>
internal static class Mirrors
{
    /// <summary>The changes of Up that nothing in Down answers to. What a table that Up makes itself has goes with the table.</summary>
    public static IEnumerable<LintChange> Unanswered(LintRecording up, LintRecording down)
    {
        var dropped = up.Changes.Select(change => change.What).OfType<DropTable>().Select(drop => drop.Table).ToHashSet();
        return up.Changes.Where(change => change.Table is not { IsNew: true } || change.What is CreateTable or RenameTable)
            .Where(change => change.What is not CreateTable create || !dropped.Contains(create.Table.Name))
            .Where(change => IsStructural(change) && !down.Changes.Any(other => Answers(change, other, up)));
    }

    /// <summary>Drops in Down of what Up does not make.</summary>
    public static IEnumerable<(LintChange Change, string Why)> Foreign(LintRecording up, LintRecording down)
    {
        foreach (var change in down.Changes)
        {
            var name = change.Table?.Name;
            var makers = up.Changes.Where(other => Makes(other, name)).ToList();
            if (change.What is DropTable && !makers.Exists(other => other.What is CreateTable or CreateTableLike or RenameTable) && !down.Changes.Any(other => Makes(other, name)))
            {
                yield return (change, "which Up does not create");
            }
            else if (change.What is DropTable { IfExists: false } or DropTable && makers.Exists(other => other.What is CreateTable { IfNotExists: true }))
            {
                yield return (change, "which may have been there before Up");
            }
            else if (change.What is DropColumn drop && makers.Count == 0 && !up.Changes.Any(other => Gives(other, name, drop.Name)) && !down.Changes.Any(other => Gives(other, name, drop.Name)))
            {
                yield return (change, "which Up does not add");
            }
        }
    }

    /// <summary>A change in a few words.</summary>
    public static string Describe(LintChange change) => change.What switch
    {
        TableChange inner => $"{inner.Describe()} of {change.Table}",
        SchemaOperation operation => operation.Describe(),
        _ => "",
    };

    private static bool IsStructural(LintChange change) => change.What is CreateTable { IfNotExists: false } or CreateTableLike or DropTable or RenameTable or CreateView { OrReplace: false } or DropView
        or AddColumn or DropColumn or RenameColumn or AlterColumn or SetNullability or SetDefault or DropDefault
        or AddIndex or DropIndex or AddUnique or DropUnique or AddForeignKey or DropForeignKey or AddCheck or DropCheck or AddPrimaryKey or DropPrimaryKey;

    private static bool Answers(LintChange change, LintChange other, LintRecording up)
    {
        var (table, inDown) = (change.Table?.Name, other.Table?.Name);
        if (other.What is DropTable or RebuildTable && table is not null && change.What is not (DropTable or DropView) && (table == inDown || Makes(change, inDown) || IsRenamed(up, table, inDown)))
        {
            return true;
        }

        return change.What switch
        {
            CreateTable or CreateTableLike => false,
            DropTable drop => Makes(other, drop.Table),
            RenameTable rename => other.What is RenameTable back && back.From.Name == rename.To && back.To == rename.From.Name,
            CreateView create => other.What is DropView view ? view.View == create.View : other.What is CreateView,
            DropView => other.What is CreateView view && view.View == table,
            TableChange inner => (inDown == table || inDown?.Name.Length == 0 || table?.Name.Length == 0 || IsRenamed(up, table, inDown)) && other.What is TableChange back && Answers(inner, back),
            _ => true,
        };
    }

    /// <summary>Keys and indexes go by their kind alone: their names may be the database's own.</summary>
    private static bool Answers(TableChange change, TableChange back) => (change, back) switch
    {
        (AddColumn add, DropColumn drop) => Same(add.Column.Name, drop.Name),
        (DropColumn drop, AddColumn add) => Same(add.Column.Name, drop.Name),
        (RenameColumn rename, RenameColumn other) => Same(rename.From, other.To) && Same(rename.To, other.From),
        (AlterColumn or SetNullability or SetDefault or DropDefault, AlterColumn or SetNullability or SetDefault or DropDefault) => Same(ColumnOf(change), ColumnOf(back)),
        (AlterColumn or SetNullability or SetDefault or DropDefault, AddColumn add) => Same(ColumnOf(change), add.Column.Name),
        (AlterColumn or SetNullability or SetDefault or DropDefault or AddIndex or AddUnique or AddForeignKey or AddCheck, DropColumn) => true,
        (AddIndex or AddUnique, DropIndex or DropUnique) or (DropIndex or DropUnique, AddIndex or AddUnique) => true,
        (AddForeignKey, DropForeignKey) or (DropForeignKey, AddForeignKey) => true,
        (AddCheck, DropCheck) or (DropCheck, AddCheck) or (AddPrimaryKey, DropPrimaryKey) or (DropPrimaryKey, AddPrimaryKey) => true,
        _ => false,
    };

    private static string ColumnOf(TableChange change) => change switch
    {
        AlterColumn alter => alter.Column.Name,
        SetNullability set => set.Column,
        SetDefault set => set.Column,
        DropDefault drop => drop.Column,
        _ => "",
    };

    private static bool Makes(LintChange change, TableName? name) => change.What switch
    {
        CreateTable create => create.Table.Name == name,
        CreateTableLike like => like.Table == name,
        RenameTable rename => rename.From with { Name = rename.To } == name,
        _ => false,
    };

    private static bool Gives(LintChange change, TableName? table, string column) => (change.Table?.Name == table || change.What is RenameTable) && change.What switch
    {
        AddColumn add => Same(add.Column.Name, column),
        RenameColumn rename => Same(rename.To, column),
        DropColumn drop => Same(drop.Name, column),
        _ => false,
    };

    private static bool IsRenamed(LintRecording up, TableName? table, TableName? inDown) => up.Changes.Any(change =>
        change.What is RenameTable rename && ((rename.From == table && rename.To == inDown?.Name) || (rename.From == inDown && rename.To == table?.Name)));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
