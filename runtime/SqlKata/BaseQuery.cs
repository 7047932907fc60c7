using SqlKata.Clauses;

namespace SqlKata;

/// <summary>The conditions that a <see cref="Query"/> and a <see cref="Join"/> share.</summary>
/// <typeparam name="TQuery">The type that the fluent methods return.</typeparam>
public abstract partial class BaseQuery<TQuery>
    where TQuery : BaseQuery<TQuery>
{
    private bool orNext;
    private bool notNext;

    internal ClauseList<Condition> Wheres { get; set; } = new();

    internal string? EngineScope { get; set; }

    private TQuery Self => (TQuery)this;

    /// <summary>An empty query of the same type.</summary>
    public abstract TQuery NewQuery();

    /// <summary>A copy that shares nothing changeable with this one.</summary>
    public abstract TQuery Clone();

    /// <summary>Joins the next condition with OR.</summary>
    public TQuery Or()
    {
        orNext = true;
        return Self;
    }

    /// <summary>Joins the next condition with AND, which is the default.</summary>
    public TQuery And()
    {
        orNext = false;
        return Self;
    }

    /// <summary>Negates the next condition.</summary>
    public TQuery Not(bool flag = true)
    {
        notNext = flag;
        return Self;
    }

    internal TQuery Add(ClauseList<Condition> conditions, Condition condition)
    {
        conditions.Add(EngineScope, condition with { Or = orNext, Not = notNext });
        orNext = false;
        notNext = false;
        return Self;
    }

    /// <summary>Adds several conditions that all take the waiting OR and NOT.</summary>
    internal TQuery AddAll(ClauseList<Condition> conditions, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var (or, not) = (orNext, notNext);
        foreach (var (column, value) in values)
        {
            orNext = or;
            notNext = not;
            Add(conditions, Condition(column, "=", value));
        }

        orNext = false;
        notNext = false;
        return Self;
    }

    internal static Condition Condition(string column, string op, object? value)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(op);
        return value switch
        {
            null => new NullCondition(column, Negated: op != "="),
            bool flag => new BooleanCondition(column, op, flag),
            Query query => new ColumnQueryCondition(column, op, query.Clone()),
            _ => new ValueCondition(column, op, value),
        };
    }

    internal static Condition List<T>(string column, IEnumerable<T> values) =>
        // A string is one value, not a list of characters.
        new ListCondition(column, values is string text ? [text] : [.. values.Cast<object?>().Distinct()]);

    internal static Query Built(Func<Query, Query> callback) => callback(new Query());
}
