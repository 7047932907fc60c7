using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Rendering;

/// <summary>A table's columns as they will be after the changes rendered so far: a change that restates a column must not undo the one before it.</summary>
/// <param name="table">The table as the catalogue has it, or null where it is not there yet.</param>
/// <param name="comparer">How names of columns are compared.</param>
internal sealed class ColumnStates(TableModel? table, StringComparer comparer)
{
    private readonly Dictionary<string, ColumnModel> columns =
        (table?.Columns ?? []).GroupBy(column => column.Name, comparer).ToDictionary(same => same.Key, same => same.First(), comparer);

    /// <summary>Whether the catalogue has the table, so that a column which is not found is missing.</summary>
    public bool IsTableKnown => table is not null;

    public ColumnModel? Find(string name) => columns.GetValueOrDefault(name);

    public void Put(ColumnModel column) => columns[column.Name] = column;

    /// <summary>Changes what is known of a column; nothing where nothing is known.</summary>
    public void Change(string name, Func<ColumnModel, ColumnModel> change)
    {
        if (columns.TryGetValue(name, out var column))
        {
            columns[name] = change(column);
        }
    }

    public void Rename(string from, string to)
    {
        if (columns.Remove(from, out var column))
        {
            columns[to] = column with { Name = to };
        }
    }

    public void Drop(string name) => columns.Remove(name);
}
