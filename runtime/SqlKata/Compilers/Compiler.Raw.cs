using System.Collections;
using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    private void Raw(SqlWriter writer, RawSql raw)
    {
        var next = 0;
        for (var i = 0; i < raw.Text.Length; i++)
        {
            var c = raw.Text[i];
            if (c == '\\' && i + 1 < raw.Text.Length && "[]{}?".Contains(raw.Text[i + 1], StringComparison.Ordinal))
            {
                i++;
                writer.Text(raw.Text[i].ToString());
            }
            else if (c is '[' or ']' or '{' or '}')
            {
                writer.Text(Quote.ToString());
            }
            else if (c == '?')
            {
                RawValue(writer, next < raw.Values.Count ? raw.Values[next] : throw Mismatch(raw));
                next++;
            }
            else
            {
                writer.Text(c.ToString());
            }
        }

        if (next < raw.Values.Count)
        {
            throw Mismatch(raw);
        }
    }

    // A collection stands for a list of parameters here, as "in (?)" needs it.
    private static void RawValue(SqlWriter writer, object? value)
    {
        value = writer.Resolve(value);
        if (value is string or byte[] || value is not IEnumerable items)
        {
            writer.Value(value);
            return;
        }

        List<object?> values = [.. items.Cast<object?>()];
        if (values.Count == 0)
        {
            throw new InvalidOperationException("A ? in raw SQL was given an empty collection, and SQL has no empty list: leave the condition out, or use WhereIn.");
        }

        writer.Values(values, ",");
    }

    private static InvalidOperationException Mismatch(RawSql raw) =>
        new($"Raw SQL has {raw.Values.Count} value(s) for another number of question marks: {raw.Text} (a question mark that is not a parameter is written \\?).");
}
