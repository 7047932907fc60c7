using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>Groups by columns.</summary>
    public Query GroupBy(params string[] columns)
    {
        foreach (var column in columns)
        {
            Groupings.Add(EngineScope, new Grouping(column, null));
        }

        return this;
    }

    /// <summary>Groups by raw SQL.</summary>
    public Query GroupByRaw(string expression, params object?[] bindings)
    {
        Groupings.Add(EngineScope, new Grouping(null, RawSql.Of(expression, bindings)));
        return this;
    }

    /// <summary>Orders by columns, smallest first.</summary>
    public Query OrderBy(params string[] columns) => Order(columns, descending: false);

    /// <summary>Orders by columns, greatest first.</summary>
    public Query OrderByDesc(params string[] columns) => Order(columns, descending: true);

    /// <summary>Orders by raw SQL.</summary>
    public Query OrderByRaw(string expression, params object?[] bindings)
    {
        Orderings.Add(EngineScope, new Ordering(null, RawSql.Of(expression, bindings), Descending: false));
        return this;
    }

    /// <summary>Orders at random. No database takes the seed in its ORDER BY portably, so it has no effect.</summary>
    public Query OrderByRandom(string seed)
    {
        Orderings.Add(EngineScope, new Ordering(null, null, Descending: false));
        return this;
    }

    /// <summary>At most this many rows; 0 means no limit.</summary>
    public Query Limit(int value)
    {
        Limits.Set(EngineScope, new Bound(value));
        return this;
    }

    /// <summary>Leaves out the first rows.</summary>
    public Query Offset(long value)
    {
        Offsets.Set(EngineScope, new Bound(value));
        return this;
    }

    /// <summary>Leaves out the first rows.</summary>
    public Query Offset(int value) => Offset((long)value);

    /// <summary>The same as <see cref="Limit"/>.</summary>
    public Query Take(int limit) => Limit(limit);

    /// <summary>The same as <see cref="Offset(int)"/>.</summary>
    public Query Skip(int offset) => Offset(offset);

    /// <summary>One page of rows; pages count from 1.</summary>
    public Query ForPage(int page, int perPage = 15) => Offset((long)(page - 1) * perPage).Limit(perPage);

    private Query Order(string[] columns, bool descending)
    {
        foreach (var column in columns)
        {
            Orderings.Add(EngineScope, new Ordering(column, null, descending));
        }

        return this;
    }
}
