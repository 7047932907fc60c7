using Cairn.Runtime.Linting.Statements;
using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Recordings;

/// <summary>
/// Follows tables through a plan, by what its operations say: which are made, renamed and dropped, so that a rule knows which table of the
/// database a name means at its place.
/// </summary>
internal sealed class TableTrail
{
    private readonly Dictionary<TableName, LintTable> tables = [];

    /// <summary>A new migration begins: what those before it made is no longer its own, and still has no rows in the database.</summary>
    public void BeginMigration()
    {
        foreach (var name in tables.Keys.ToList())
        {
            tables[name] = tables[name] with { IsNew = false, NewColumns = new HashSet<string>() };
        }
    }

    /// <summary>The changes of an operation, each with the table that it is about, as it was before the change.</summary>
    public IEnumerable<LintChange> Follow(SchemaOperation operation, LintStep step)
    {
        if (operation is AlterTable alter)
        {
            foreach (var change in alter.Changes)
            {
                var table = Find(alter.Table);
                yield return new LintChange(change, step) { Table = table };
                if (change is AddColumn add)
                {
                    tables[alter.Table] = table with { NewColumns = new HashSet<string>(table.NewColumns, StringComparer.OrdinalIgnoreCase) { add.Column.Name } };
                }
            }

            yield break;
        }

        yield return new LintChange(operation, step) { Table = TableOf(operation) is { } name ? Find(name) : null };
        Apply(operation);
    }

    private static TableName? TableOf(SchemaOperation operation) => operation switch
    {
        CreateTable create => create.Table.Name,
        CreateTableLike like => like.Table,
        DropTable drop => drop.Table,
        RenameTable rename => rename.From,
        RebuildTable rebuild => rebuild.Table,
        ChangeRows rows => rows.Table,
        LockTable { Table: { } locked } => locked,
        DropTrigger drop => drop.Table,
        CreateTrigger create => create.Table,
        DropView drop => drop.View,
        CreateView create => create.View,
        RenameView rename => rename.From,
        RefreshMaterializedView refresh => refresh.View,
        _ => null,
    };

    private LintTable Find(TableName name) => tables.TryGetValue(name, out var known) ? known : new LintTable(name) { InDatabase = name };

    private void Apply(SchemaOperation operation)
    {
        switch (operation)
        {
            case CreateTable { IfNotExists: false } create:
                tables[create.Table.Name] = New(create.Table.Name);
                break;
            case CreateTableLike like:
                tables[like.Table] = New(like.Table);
                break;
            case CreateView { OrReplace: false } create:
                tables[create.View] = New(create.View);
                break;
            case RenameTable rename:
                var to = rename.From with { Name = rename.To };
                tables[to] = Find(rename.From) with { Name = to };
                tables[rename.From] = new LintTable(rename.From);
                break;
            case DropTable drop:
                tables[drop.Table] = new LintTable(drop.Table);
                break;
        }
    }

    private static LintTable New(TableName name) => new(name) { IsNew = true };
}
