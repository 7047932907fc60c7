using System.Text;

namespace SqlKata.Compilers;

/// <summary>
/// Collects text and parameters in the order in which they stand in the statement. Text and parameters
/// never mix, so that a question mark in a name or a literal cannot be taken for a parameter.
/// </summary>
internal sealed class SqlWriter
{
    private readonly List<string> texts = [];
    private readonly StringBuilder text = new();
    private readonly List<object?> bindings = [];
    private readonly Stack<Dictionary<string, object?>> variables = new();

    public SqlWriter Text(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>A value as a parameter, or a literal as the text it is.</summary>
    public SqlWriter Value(object? value)
    {
        value = Resolve(value);
        return value is UnsafeLiteral literal ? Text(literal.Value) : Parameter(value);
    }

    /// <summary>The items, with something between two of them.</summary>
    public SqlWriter List<T>(IEnumerable<T> items, string separator, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(separator);
            }

            first = false;
            write(item);
        }

        return this;
    }

    public SqlWriter Values(IEnumerable<object?> values, string separator = ", ") =>
        List(values, separator, value => Value(value));

    /// <summary>What a variable stands for; anything else as it is.</summary>
    public object? Resolve(object? value)
    {
        if (value is not Variable variable)
        {
            return value;
        }

        foreach (var scope in variables)
        {
            if (scope.TryGetValue(variable.Name, out var defined))
            {
                return defined;
            }
        }

        throw new InvalidOperationException($"The variable '{variable.Name}' is not defined: call Define(\"{variable.Name}\", value) on the query.");
    }

    /// <summary>Writes with the variables of a query in reach.</summary>
    public void Within(Query query, Action write)
    {
        variables.Push(query.Variables);
        write();
        variables.Pop();
    }

    public SqlResult ToResult(Query? query)
    {
        texts.Add(text.ToString());
        return new SqlResult(query, texts, bindings);
    }

    private SqlWriter Parameter(object? value)
    {
        texts.Add(text.ToString());
        text.Clear();

        // Drivers do not agree on what an enum is; a number is one everywhere.
        bindings.Add(value is Enum ? Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType())) : value);
        return this;
    }
}
