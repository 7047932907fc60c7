using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    /// <summary>Whether LIKE without regard to case is an operator of its own.</summary>
    private protected virtual bool HasInsensitiveLike => false;

    private protected abstract void DatePart(SqlWriter writer, string part, string column, string op, object? value);

    private void Comparison(SqlWriter writer, Condition condition)
    {
        switch (condition)
        {
            case ValueCondition item:
                writer.Text($"{Wrap(item.Column)} {Operator(item.Operator)} ").Value(item.Value);
                break;
            case ColumnsCondition item:
                writer.Text($"{Wrap(item.First)} {Operator(item.Operator)} {Wrap(item.Second)}");
                break;
            case ColumnQueryCondition item:
                writer.Text($"{Wrap(item.Column)} {Operator(item.Operator)} ");
                Subquery(writer, item.Query);
                break;
            case QueryValueCondition item:
                Subquery(writer, item.Query);
                writer.Text($" {Operator(item.Operator)} ").Value(item.Value);
                break;
            case RawCondition item:
                Raw(writer, item.Sql);
                break;
            case LikeCondition item:
                Like(writer, item);
                break;
            case DateCondition item:
                Date(writer, item);
                break;
        }
    }

    private void Like(SqlWriter writer, LikeCondition item)
    {
        if (writer.Resolve(item.Value) is not string text)
        {
            throw new ArgumentException($"LIKE on '{item.Column}' needs a string that is not null.");
        }

        if (item.Escape is { Length: not 1 })
        {
            throw new ArgumentException($"The escape for LIKE on '{item.Column}' must be one character.");
        }

        var (column, op) = (Wrap(item.Column), "like");
        if (!item.CaseSensitive)
        {
            (column, op, text) = HasInsensitiveLike ? (column, "ilike", text) : ($"LOWER({column})", op, text.ToLowerInvariant());
        }

        text = item.Kind switch
        {
            LikeKind.Starts => $"{text}%",
            LikeKind.Ends => $"%{text}",
            LikeKind.Contains => $"%{text}%",
            _ => text,
        };
        writer.Text($"{column} {op} ").Value(text);
        if (item.Escape is { } escape)
        {
            writer.Text($" ESCAPE {EscapeLiteral(escape)}");
        }
    }

    private protected virtual string EscapeLiteral(string character) => character == "'" ? "''''" : $"'{character}'";

    private void Date(SqlWriter writer, DateCondition item)
    {
        var part = item.Part.ToLowerInvariant();
        var value = writer.Resolve(item.Value);

        // Text is the one form in which drivers and databases agree on dates and times of day.
        var text = (part, value) switch
        {
            ("date", DateTime or DateTimeOffset or DateOnly) => ((IFormattable)value).ToString("yyyy-MM-dd", null),
            ("time", DateTime or DateTimeOffset or TimeOnly) => ((IFormattable)value).ToString("HH:mm:ss", null),
            ("time", TimeSpan) => ((IFormattable)value).ToString("hh\\:mm\\:ss", null),
            _ => value,
        };
        DatePart(writer, part, Wrap(item.Column), Operator(item.Operator), text);
    }
}
