using System.Globalization;
using System.Text;

namespace SqlKata;

/// <summary>A compiled statement, or several: the text and the values of its parameters.</summary>
public class SqlResult
{
    private readonly IReadOnlyList<string> texts;

    internal SqlResult(Query? query, IReadOnlyList<string> texts, List<object?> bindings)
    {
        this.texts = texts;
        Query = query;
        Bindings = bindings;
        NamedBindings = bindings.Select((value, index) => (value, index))
            .ToDictionary(item => $"@p{item.index}", item => item.value, StringComparer.Ordinal);
        Sql = Join(texts, index => $"@p{index}");
        RawSql = Join([.. texts.Select(text => text.Replace("?", "\\?", StringComparison.Ordinal))], _ => "?");
    }

    /// <summary>The query that was compiled; null when there were several.</summary>
    public Query? Query { get; set; }

    /// <summary>The text with <c>?</c> for every parameter, and <c>\?</c> for a question mark.</summary>
    public string RawSql { get; set; }

    /// <summary>The values in the order of the parameters.</summary>
    public List<object?> Bindings { get; set; }

    /// <summary>The text with <c>@p0</c>, <c>@p1</c> …</summary>
    public string Sql { get; set; }

    /// <summary>The values by parameter.</summary>
    public Dictionary<string, object?> NamedBindings { get; set; }

    /// <summary>The text with the values written into it: for people to read, not to execute.</summary>
    public override string ToString() => Join(texts, index => Literal(Bindings[index]));

    private static string Join(IReadOnlyList<string> texts, Func<int, string> parameter)
    {
        var sql = new StringBuilder(texts[0]);
        for (var i = 1; i < texts.Count; i++)
        {
            sql.Append(parameter(i - 1)).Append(texts[i]);
        }

        return sql.ToString();
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "true" : "false",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        DateTime { TimeOfDay.Ticks: 0 } date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        DateTime time => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'",
        string or char or Guid or DateTimeOffset or DateOnly or TimeOnly or TimeSpan =>
            $"'{Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("'", "''", StringComparison.Ordinal)}'",
        System.Collections.IEnumerable list => $"ARRAY[{string.Join(", ", list.Cast<object?>().Select(Literal))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
