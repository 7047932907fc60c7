using Cairn.Schema.Dialects.Rendering;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>
/// One table's changes. PostgreSQL runs the actions of one ALTER TABLE in an order of its own (drops, types, columns, constraints), so a change joins
/// the statement before it only where it touches nothing that the statement touches; renames, indexes and comments are statements of their own.
/// </summary>
internal sealed class PostgresAlterTable(PostgresRenderer renderer, PostgresDialect dialect, AlterTable alter, ICatalogue catalogue)
{
    private readonly List<SqlStatement> statements = [];
    private readonly List<string> actions = [];
    private readonly List<SqlStatement> trailing = [];
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private readonly TableName table = alter.Table;
    private TableModel? model;
    private ColumnStates columns = new(table: null, StringComparer.Ordinal);
    private PostgresTypeChecks typeChecks = new(model: null);

    public async ValueTask<IReadOnlyList<SqlStatement>> RenderAsync(CancellationToken cancellationToken)
    {
        // Not all changes need to know what is there.
        if (alter.Changes.Any(change => change is AlterColumn or DropPrimaryKey or DropUnique))
        {
            model = await catalogue.FindTableAsync(table, cancellationToken);
            columns = new ColumnStates(model, StringComparer.Ordinal);
            typeChecks = new PostgresTypeChecks(model);
        }

        foreach (var change in alter.Changes)
        {
            Add(change);
        }

        Flush();
        return statements;
    }

    private void Add(TableChange change)
    {
        switch (change)
        {
            case AddColumn add:
                AddColumn(add.Column);
                break;
            case AlterColumn column:
                ChangeColumn(column);
                break;
            case DropColumn drop:
                Act(Column(drop.Name), $"DROP COLUMN {IfExists(drop.IfExists)}{dialect.Quote(drop.Name)}");
                columns.Drop(drop.Name);
                break;
            case RenameColumn rename:
                Alone($"ALTER TABLE {dialect.Quote(table)} RENAME COLUMN {dialect.Quote(rename.From)} TO {dialect.Quote(rename.To)}");
                columns.Rename(rename.From, rename.To);
                break;
            case SetNullability set:
                Act(Column(set.Column), $"ALTER COLUMN {dialect.Quote(set.Column)} {(set.Nullable ? "DROP" : "SET")} NOT NULL");
                columns.Change(set.Column, column => column with { IsNullable = set.Nullable });
                break;
            case SetDefault set:
                Act(Column(set.Column), $"ALTER COLUMN {dialect.Quote(set.Column)} SET DEFAULT {renderer.DefaultText(set.Default, type: null)}");
                columns.Change(set.Column, column => column with { Default = renderer.DefaultText(set.Default, type: null) });
                break;
            case DropDefault drop:
                Act(Column(drop.Column), $"ALTER COLUMN {dialect.Quote(drop.Column)} DROP DEFAULT");
                columns.Change(drop.Column, column => column with { Default = null });
                break;
            case SetTableOptions set:
                renderer.RefuseOptions(set.Options);
                Alone(set.Options.Comment is null ? [] : [renderer.TableComment(table, set.Options.Comment)]);
                break;
            default:
                AddKey(change);
                break;
        }
    }

    private void AddKey(TableChange change)
    {
        switch (change)
        {
            case AddPrimaryKey add:
                Act(Key(add.Key.Name), $"ADD {renderer.PrimaryKeyClause(add.Key)}");
                break;
            case DropPrimaryKey drop:
                // A table that was renamed, or made by others, has its key under another name; it has no other one.
                DropConstraint(model?.PrimaryKey?.Name ?? drop.Name, drop.IfExists);
                break;
            case AddUnique add:
                Act(Key(add.Unique.Name), $"ADD {renderer.UniqueClause(add.Unique)}");
                break;
            case DropUnique drop when model?.Indexes.Any(index => index.Name == drop.Name) == true:
                DropIndex(new DropIndex(drop.Name, drop.IfExists));
                break;
            case DropUnique drop:
                DropConstraint(drop.Name, drop.IfExists);
                break;
            case AddForeignKey add:
                Act(Key(add.ForeignKey.Name), $"ADD {renderer.ForeignKeyClause(add.ForeignKey)}");
                break;
            case DropForeignKey drop:
                DropConstraint(drop.Name, drop.IfExists);
                break;
            case AddCheck add:
                Act(Key(add.Check.Name), $"ADD {renderer.CheckClause(add.Check)}");
                break;
            case DropCheck drop:
                DropConstraint(drop.Name, drop.IfExists);
                break;
            case AddIndex add:
                Alone(renderer.CreateIndex(table, add.Index));
                break;
            case DropIndex drop:
                DropIndex(drop);
                break;
            case RenameIndex rename:
                Alone($"ALTER INDEX {dialect.Quote(table with { Name = rename.From })} RENAME TO {dialect.Quote(rename.To)}");
                break;
            default:
                throw Refusal.Unsupported(Client.Postgres, change.Describe(), "Use Raw for this database.");
        }
    }

    private void AddColumn(ColumnDefinition column)
    {
        Act(Column(column.Name), $"ADD COLUMN {renderer.ColumnClause(table, column)}");
        columns.Put(PostgresAlterColumn.Result(renderer, column, current: null));
        if (renderer.TypeCheck(table, column) is { } check)
        {
            Act(Key(check.Name), $"ADD {renderer.CheckClause(check)}");
            typeChecks.Put(check.Name, column.Name);
        }

        if (column.Comment is not null)
        {
            trailing.Add(renderer.ColumnComment(table, column.Name, column.Comment));
        }
    }

    private void ChangeColumn(AlterColumn change)
    {
        var column = change.Column;
        var current = columns.Find(column.Name);
        var result = PostgresAlterColumn.Actions(renderer, dialect, table, change, current);
        var check = renderer.TypeCheck(table, column);
        var old = typeChecks.Of(column.Name, check?.Name ?? "", current?.DataType);
        if (check is null && current?.DataType == renderer.TypeName(column.Type) && column.Type.Kind != ColumnKind.Enum && !LiteralText.IsNumber(column.Type))
        {
            // Text stays text: whether an enum or an author's CheckIn made the list is not to be known, so it stays.
            old = [];
        }


        // The new check takes the old one's name, so that changing a type there and back leaves the table as it was.
        check = check is not null && old.Count > 0 ? check with { Name = old[0] } : check;
        string[] names = check is null || old.Contains(check.Name) ? [.. old] : [.. old, check.Name];
        IEnumerable<string> drops = old.Select(name => $"DROP CONSTRAINT {dialect.Quote(name)}");
        IEnumerable<string> adds = check is null ? [] : [$"ADD {renderer.CheckClause(check)}"];

        // What is not known (a dry run of a table that the same plan makes) may be there.
        IEnumerable<string> perhaps = model is null && check is not null && old.Count == 0 ? [$"DROP CONSTRAINT IF EXISTS {dialect.Quote(check.Name)}"] : [];
        Act([Column(column.Name), .. names.Select(Key)], [.. result, .. drops, .. perhaps, .. adds]);
        if (check is not null)
        {
            typeChecks.Put(check.Name, column.Name);
        }

        columns.Put(PostgresAlterColumn.Result(renderer, column, current));
        if (column.Identity != IdentityKind.None && current?.Identity is null or IdentityKind.None)
        {
            trailing.Add(PostgresAlterColumn.NumberOnwards(dialect, table, column.Name));
        }

        if (column.Comment is not null)
        {
            trailing.Add(renderer.ColumnComment(table, column.Name, column.Comment));
        }
    }

    private void DropConstraint(string name, bool ifExists) => Act(Key(name), $"DROP CONSTRAINT {IfExists(ifExists)}{dialect.Quote(name)}");

    private void DropIndex(DropIndex drop) => Alone(
        new SqlStatement($"DROP INDEX {(drop.Concurrently ? "CONCURRENTLY " : "")}{IfExists(drop.IfExists)}{dialect.Quote(table with { Name = drop.Name })}")
        {
            OutsideTransaction = drop.Concurrently,
        });

    private void Act(string subject, string action) => Act([subject], [action]);

    private void Act(IReadOnlyList<string> subjects, IReadOnlyList<string> said)
    {
        if (subjects.Any(touched.Contains))
        {
            Flush();
        }

        touched.UnionWith(subjects);
        actions.AddRange(said);
    }

    private void Alone(string text) => Alone(new SqlStatement(text));

    private void Alone(params IReadOnlyList<SqlStatement> own)
    {
        Flush();
        statements.AddRange(own);
    }

    private void Flush()
    {
        if (actions.Count > 0)
        {
            statements.Add(new SqlStatement($"ALTER TABLE {dialect.Quote(table)}{(actions.Count == 1 ? " " : "\n  ")}{string.Join(",\n  ", actions)}"));
        }

        statements.AddRange(trailing);
        actions.Clear();
        trailing.Clear();
        touched.Clear();
    }

    private static string Column(string name) => $"column {name}";

    private static string Key(string name) => $"key {name}";

    private static string IfExists(bool said) => said ? "IF EXISTS " : "";
}
