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
    private readonly HashSet<string> added = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableName table = alter.Table;
    private TableModel? model;

    public async ValueTask<IReadOnlyList<SqlStatement>> RenderAsync(CancellationToken cancellationToken)
    {
        model = await catalogue.FindTableAsync(table, cancellationToken);
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
                added.Add(add.Column.Name);
                break;
            case AlterColumn column:
                Act(Column(column.Column.Name), $"MODIFY COLUMN {MySqlColumnText.Restated(renderer, dialect, column.Column, Current(column.Column.Name))}");
                break;
            case DropColumn drop:
                DropColumn(drop);
                break;
            case RenameColumn rename:
                Act([Column(rename.From), Column(rename.To)], $"RENAME COLUMN {dialect.Quote(rename.From)} TO {dialect.Quote(rename.To)}");
                renamed[rename.To] = renamed.GetValueOrDefault(rename.From, rename.From);
                break;
            case SetNullability set:
                Act(Column(set.Column), $"MODIFY COLUMN {MySqlColumnText.Restated(dialect, Known(set.Column), set.Column, set.Nullable, value: null)}");
                break;
            case SetDefault set:
                SetDefault(set);
                break;
            case DropDefault drop:
                Act(Column(drop.Column), renderer.DropDefault(drop.Column, Current(drop.Column)));
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

    /// <summary>A plain literal can be set by itself; anything else is restated with the column.</summary>
    private void SetDefault(SetDefault set)
    {
        var current = Current(set.Column);
        var plain = set.Default is ColumnDefault.Value && !MySqlTypes.NeedsExpression(current?.DataType ?? "");
        Act(Column(set.Column), plain
            ? $"ALTER COLUMN {dialect.Quote(set.Column)} SET DEFAULT {renderer.DefaultText(set.Default, type: null)}"
            : $"MODIFY COLUMN {MySqlColumnText.Restated(dialect, Known(set.Column), set.Column, nullable: null, set.Default)}");
    }

    private void DropColumn(DropColumn drop)
    {
        if (drop.IfExists && model is not null && Find(drop.Name) is null && !added.Contains(drop.Name))
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
    }

    private bool IsOnlyOf(CheckModel check, string column) =>
        check.Expression.Contains(dialect.Quote(column), StringComparison.OrdinalIgnoreCase)
        && !model!.Columns.Any(other => !string.Equals(other.Name, column, StringComparison.OrdinalIgnoreCase)
            && check.Expression.Contains(dialect.Quote(other.Name), StringComparison.OrdinalIgnoreCase));

    /// <summary>The column as it is; null where the table is not known yet or the column was just added.</summary>
    private ColumnModel? Current(string name) => model is null || added.Contains(name)
        ? null
        : Find(name) ?? throw Refusal.Missing($"column {name} in the table {table}");

    private ColumnModel Known(string name) => Current(name) ?? throw Refusal.Missing(
        model is null ? $"table {table}, whose column {name} must be restated" : $"column {name} in the table {table} before this change");

    private ColumnModel? Find(string name)
    {
        var known = renamed.GetValueOrDefault(name, name);
        return model?.Columns.FirstOrDefault(column => string.Equals(column.Name, known, StringComparison.OrdinalIgnoreCase));
    }

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
