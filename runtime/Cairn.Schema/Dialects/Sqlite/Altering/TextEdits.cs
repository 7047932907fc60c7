using Cairn.Schema.Dialects.Sqlite.Parsing;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Edits of a table's text that leave the rest of it literally as it is.</summary>
internal static class TextEdits
{
    /// <summary>Exchanges a column.</summary>
    public static TableText With(this TableText table, ColumnText old, ColumnText column) =>
        table with { Items = [.. table.Items.Select(item => ReferenceEquals(item, old) ? column : item)] };

    /// <summary>Adds a column behind the last one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="definition">The column's text.</param>
    public static TableText WithNewColumn(this TableText table, string definition)
    {
        var column = (ColumnText)Parse(definition, 1)[0];
        return Insert(table, table.Columns.Count(), column);
    }

    /// <summary>Adds a constraint at the end.</summary>
    /// <param name="table">The table.</param>
    /// <param name="definition">The constraint's text.</param>
    public static TableText WithNewConstraint(this TableText table, string definition)
    {
        var constraint = (TableConstraintText)Parse($"c, {definition}", 2)[1];
        return Insert(table, table.Items.Count, constraint with { Constraint = constraint.Constraint with { Before = "" } });
    }

    /// <summary>Takes a column or constraint out.</summary>
    public static TableText Without(this TableText table, TableItem item)
    {
        var items = table.Items.ToList();
        var index = items.FindIndex(i => ReferenceEquals(i, item));
        items.RemoveAt(index);
        if (index == items.Count && index > 0 && items[^1].After.Length == 0)
        {
            items[^1] = items[^1] with { After = string.IsNullOrWhiteSpace(item.After) ? item.After : "" };
        }

        return table with { Items = items };
    }

    /// <summary>Adds a constraint to a column.</summary>
    public static ColumnText WithNew(this ColumnText column, string definition)
    {
        var parsed = (ColumnText)Parse($"{SqliteNames.Quote(column.Name)} {definition}", 1)[0];
        return parsed.Constraints is [var constraint]
            ? column with { Constraints = [.. column.Constraints, constraint with { Before = " " }] }
            : throw new FormatException($"{definition} is more than one constraint.");
    }

    /// <summary>Exchanges the column's constraint of that kind, or adds one.</summary>
    public static ColumnText WithReplaced(this ColumnText column, ConstraintKind kind, string definition)
    {
        var old = column.Find(kind);
        var added = column.WithNew(definition);
        return old is null ? added : added with
        {
            Constraints = [.. column.Constraints.Select(c => ReferenceEquals(c, old) ? added.Constraints[^1] with { Before = old.Before } : c)],
        };
    }

    /// <summary>Takes constraints of a column out; comments before them stay.</summary>
    public static ColumnText Without(this ColumnText column, Func<ConstraintText, bool> which)
    {
        var kept = new List<ConstraintText>();
        var comments = "";
        foreach (var constraint in column.Constraints)
        {
            if (which(constraint))
            {
                comments += string.IsNullOrWhiteSpace(constraint.Before) ? "" : constraint.Before.TrimEnd(' ');
                continue;
            }

            kept.Add(constraint with { Before = comments + constraint.Before });
            comments = "";
        }

        return column with { Constraints = kept, After = comments + column.After };
    }

    /// <summary>Changes a column's declared type.</summary>
    public static ColumnText WithType(this ColumnText column, string type) =>
        column with { Type = type, TypeGap = type.Length == 0 ? "" : column.TypeGap.Length == 0 ? " " : column.TypeGap };

    // Author's SQL is in it: it must be whole, and not end the item or the table.
    private static IReadOnlyList<TableItem> Parse(string items, int count)
    {
        var table = TableParser.Parse($"CREATE TABLE t ({items})");
        return table.Items.Count == count && table.Tail == ")" ? table.Items : throw new FormatException($"{items} is more than one definition.");
    }

    // A new item takes over the line breaks of its neighbours, so that the text stays as readable as it was.
    private static TableText Insert(TableText table, int index, TableItem item)
    {
        var items = table.Items.ToList();
        var previous = items[index - 1];
        var before = index > 1 && string.IsNullOrWhiteSpace(previous.Before + Gap(previous)) ? previous.Before + Gap(previous) : " ";
        var isLast = index == items.Count;
        var movesGap = isLast && string.IsNullOrWhiteSpace(previous.After);
        items[index - 1] = previous with { After = movesGap ? "" : previous.After, HasNoComma = false };
        items.Insert(index, item with { Before = before.Length == 0 ? " " : before, After = movesGap ? previous.After : "" });
        return table with { Items = items };
    }

    private static string Gap(TableItem item) => item is TableConstraintText constraint ? constraint.Constraint.Before : "";
}
