namespace Cairn;

/// <summary>One row read by <c>db.Rows</c> or <c>db.Batch</c>; names of columns are compared without regard to case, null is null (never DBNull).</summary>
/// <param name="values">The values by column.</param>
public sealed class DbRow(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>The columns' names, in order.</summary>
    public IEnumerable<string> Columns => values.Keys;

    /// <summary>The values by column.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    /// <summary>The value of a column.</summary>
    /// <exception cref="KeyNotFoundException">The row has no such column.</exception>
    public object? this[string column] => values.TryGetValue(column, out var value)
        ? value
        : throw new KeyNotFoundException($"The row has no column '{column}'; it has {string.Join(", ", values.Keys)}.");

    /// <summary>The value of a column as a .NET type: text and numbers are converted, null gives <c>default</c>.</summary>
    public T? Get<T>(string column) => Runtime.Data.ValueConversion.To<T>(this[column]);

    internal static DbRow From(IDictionary<string, object?> values)
    {
        var copy = new Dictionary<string, object?>(values.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (column, value) in values)
        {
            copy[column] = value is DBNull ? null : value;
        }

        return new DbRow(copy);
    }
}
