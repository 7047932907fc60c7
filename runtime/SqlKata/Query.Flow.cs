namespace SqlKata;

public partial class Query
{
    /// <summary>Calls one of the callbacks.</summary>
    public Query When(bool condition, Func<Query, Query> whenTrue, Func<Query, Query>? whenFalse = null) =>
        condition ? whenTrue(this) : whenFalse?.Invoke(this) ?? this;

    /// <summary>Calls the callback when the condition is false.</summary>
    public Query WhenNot(bool condition, Func<Query, Query> callback) => condition ? this : callback(this);

    /// <summary>What the callback adds counts for one engine only; see <see cref="Compilers.EngineCodes"/>.</summary>
    public Query For(string engine, Func<Query, Query> fn)
    {
        var before = EngineScope;
        EngineScope = engine;
        try
        {
            return fn(this);
        }
        finally
        {
            EngineScope = before;
        }
    }

    /// <summary>Gives a value a name for <see cref="Expressions.Variable"/>, here and in subqueries.</summary>
    public Query Define(string variable, object? value)
    {
        Variables.Add(variable, value);
        return this;
    }
}
