using Cairn.Schema.Dialects.Rendering;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>
/// One table's changes, in as few statements as can be: each is all or nothing here, and there is no transaction around them. A change that touches
/// what the statement before it touches begins a new one.
/// </summary>
internal sealed partial class MySqlAlterTable(MySqlRenderer renderer, Dialect dialect, AlterTable alter, ICatalogue catalogue)
{
    private readonly List<SqlStatement> statements = [];
    private readonly List<string> actions = [];
    private readonly HashSet<string> touched = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> renamed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableName table = alter.Table;
    private TableModel? model;
    private ColumnStates columns = new(table: null, StringComparer.OrdinalIgnoreCase);

    public async ValueTask<IReadOnlyList<SqlStatement>> RenderAsync(CancellationToken cancellationToken)
    {
        model = await catalogue.FindTableAsync(table, cancellationToken);
        columns = new ColumnStates(model, StringComparer.OrdinalIgnoreCase);
        checks = model?.Checks.Where(check => check.Name.Length > 0).ToList() ?? [];
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
                Act(Column(add.Column.Name), $"ADD COLUMN {renderer.ColumnClause(table, add.Column)}");
                columns.Put(MySqlColumnText.Merge(dialect, renderer.TypeName(add.Column.Type), add.Column, current: null));
                break;
            case AlterColumn { Column: var column }:
                Modify(MySqlColumnText.Merge(dialect, renderer.TypeName(column.Type), column, Current(column.Name)), column.Position);
                break;
            case DropColumn drop:
                DropColumn(drop);
                break;
            case RenameColumn rename:
                Rename(rename);
                break;
            case SetNullability set:
                Modify(Known(set.Column) with { Name = set.Column, IsNullable = set.Nullable });
                break;
            case SetDefault set:
                SetDefault(set);
                break;
            case DropDefault drop:
                Act(Column(drop.Column), renderer.DropDefault(drop.Column, Current(drop.Column)));
                columns.Change(drop.Column, column => column with { Default = null });
                break;
            case SetTableOptions set:
                foreach (var word in renderer.OptionWords(set.Options))
                {
                    Act("options", word);
                }

                break;
            default:
                AddKey(change);
                break;
        }
    }

    private void Modify(ColumnModel column, ColumnPosition? position = null)
    {
        Act(Column(column.Name), $"MODIFY COLUMN {MySqlColumnText.Of(dialect, column, position)}");
        columns.Put(column);
    }

    /// <summary>A plain literal can be set by itself; anything else is restated with the column.</summary>
    private void SetDefault(SetDefault set)
    {
        var current = Current(set.Column);
        if (set.Default is not ColumnDefault.Value || MySqlTypes.NeedsExpression(current?.DataType ?? ""))
        {
            current = Known(set.Column);
            Modify(current with { Name = set.Column, Default = MySqlColumnText.DefaultText(dialect, set.Default, type: null, current.DataType) });
            return;
        }

        var value = renderer.DefaultText(set.Default, type: null);
        Act(Column(set.Column), $"ALTER COLUMN {dialect.Quote(set.Column)} SET DEFAULT {value}");
        columns.Change(set.Column, column => column with { Default = value });
    }

    private void DropColumn(DropColumn drop)
    {
        if (drop.IfExists && columns.IsTableKnown && columns.Find(drop.Name) is null)
        {
            return;
        }

        var known = renamed.GetValueOrDefault(drop.Name, drop.Name);
        var narrowed = model?.Uniques.Append(model.PrimaryKey ?? new KeyModel("", []))
            .FirstOrDefault(key => key.Columns.Count > 1 && key.Columns.Contains(known, StringComparer.OrdinalIgnoreCase) && !dropped.Contains(key.Name));
        if (narrowed is not null)
        {
            throw Refusal.Unsupported(
                dialect.Client,
                $"dropping the column {drop.Name} of {table} alone: the key {narrowed.Name} ({string.Join(", ", narrowed.Columns)}) would lose it in silence and forbid more",
                "Drop the key first, in the same AlterTable.");
        }

        // The servers do not agree on what becomes of a check of the column alone: it goes with it, as elsewhere.
        foreach (var check in model?.Checks.Where(check => check.Name.Length > 0 && IsOnlyOf(check, known) && !dropped.Contains(check.Name)) ?? [])
        {
            Act(Key(check.Name), $"DROP CONSTRAINT {dialect.Quote(check.Name)}");
            dropped.Add(check.Name);
        }

        Act(Column(drop.Name), $"DROP COLUMN {dialect.Quote(drop.Name)}");
        columns.Drop(drop.Name);
    }

    private bool IsOnlyOf(CheckModel check, string column) =>
        check.Expression.Contains(dialect.Quote(column), StringComparison.OrdinalIgnoreCase)
        && !model!.Columns.Any(other => !string.Equals(other.Name, column, StringComparison.OrdinalIgnoreCase)
            && check.Expression.Contains(dialect.Quote(other.Name), StringComparison.OrdinalIgnoreCase));

    /// <summary>The column as it is by now; null where the table is not known yet.</summary>
    private ColumnModel? Current(string name) =>
        columns.Find(name) ?? (columns.IsTableKnown ? throw Refusal.Missing($"column {name} in the table {table}") : null);

    private ColumnModel Known(string name) => Current(name) ?? throw Refusal.Missing($"table {table}, whose column {name} must be restated");

    private void Act(string subject, string action) => Act([subject], action);

    private void Act(IReadOnlyList<string> subjects, string action)
    {
        if (subjects.Any(touched.Contains))
        {
            Flush();
        }

        touched.UnionWith(subjects);
        actions.Add(action);
    }

    private void Flush()
    {
        if (actions.Count > 0)
        {
            statements.Add(new SqlStatement($"ALTER TABLE {dialect.Quote(table)}{(actions.Count == 1 ? " " : "\n  ")}{string.Join(",\n  ", actions)}"));
        }

        actions.Clear();
        touched.Clear();
    }

    private static string Column(string name) => $"column {name}";

    private static string Key(string name) => $"key {name}";
}
