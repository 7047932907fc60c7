using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>The values of one row; the names are shared by all rows of a result. Rows have few columns, so a name is looked for in a line.</summary>
internal sealed class RowValues : IReadOnlyDictionary<string, object?>
{
    private readonly string[] names;
    private readonly object?[] values;

    private RowValues(string[] names, object?[] values)
    {
        this.names = names;
        this.values = values;
    }

    public int Count => names.Length;

    public IEnumerable<string> Keys => names;

    public IEnumerable<object?> Values => values;

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The result has no column {key}.");

    public static string[] Names(DbDataReader reader)
    {
        var found = new string[reader.FieldCount];
        for (var field = 0; field < found.Length; field++)
        {
            found[field] = reader.GetName(field);
        }

        return found;
    }

    /// <summary>The reader's current row.</summary>
    public static RowValues Read(DbDataReader reader, string[] names) => new RowValues(names, new object?[names.Length]).Filled(reader);

    /// <summary>The reader's current row, in the place of the one before; for the first one there is none.</summary>
    public static RowValues Read(DbDataReader reader, RowValues? before) => before?.Filled(reader) ?? Read(reader, Names(reader));

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        // Of two columns with one name the later one counts.
        for (var field = names.Length - 1; field >= 0; field--)
        {
            if (string.Equals(names[field], key, StringComparison.OrdinalIgnoreCase))
            {
                value = values[field];
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var field = 0; field < names.Length; field++)
        {
            yield return new KeyValuePair<string, object?>(names[field], values[field]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private RowValues Filled(DbDataReader reader)
    {
        for (var field = 0; field < values.Length; field++)
        {
            values[field] = reader.GetValue(field) is var value && value is DBNull ? null : value;
        }

        return this;
    }
}
