using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>Adds columns; <c>t.c</c>, <c>c as name</c> and <c>t.{a, b}</c> are understood.</summary>
    public Query Select(params string[] columns) => Select(columns.AsEnumerable());

    /// <summary>Adds columns.</summary>
    public Query Select(IEnumerable<string> columns)
    {
        foreach (var name in columns.SelectMany(Expanded))
        {
            Columns.Add(EngineScope, new NamedColumn(name));
        }

        return this;
    }

    /// <summary>Adds raw SQL to the select list.</summary>
    public Query SelectRaw(string sql, params object?[] bindings)
    {
        Columns.Add(EngineScope, new RawColumn(RawSql.Of(sql, bindings)));
        return this;
    }

    /// <summary>Adds a scalar subquery to the select list.</summary>
    public Query Select(Query query, string alias)
    {
        Columns.Add(EngineScope, new QueryColumn(query.Clone(), alias));
        return this;
    }

    /// <summary>Adds a scalar subquery to the select list.</summary>
    public Query Select(Func<Query, Query> callback, string alias) => Select(Built(callback), alias);

    /// <summary>Adds an aggregate to the select list, over the rows that the filter's conditions let through.</summary>
    public Query SelectAggregate(string aggregate, string column, Query? filter = null)
    {
        Columns.Add(EngineScope, new AggregateColumn(aggregate, column, filter?.Clone()));
        return this;
    }

    /// <summary>Adds an aggregate to the select list.</summary>
    public Query SelectAggregate(string aggregate, string column, Func<Query, Query>? filter) =>
        SelectAggregate(aggregate, column, filter is null ? null : Built(filter));

    /// <summary>Adds COUNT(column) to the select list.</summary>
    public Query SelectCount(string column, Func<Query, Query>? filter = null) => SelectAggregate("count", column, filter);

    /// <summary>Adds AVG(column) to the select list.</summary>
    public Query SelectAvg(string column, Func<Query, Query>? filter = null) => SelectAggregate("avg", column, filter);

    /// <summary>Adds SUM(column) to the select list.</summary>
    public Query SelectSum(string column, Func<Query, Query>? filter = null) => SelectAggregate("sum", column, filter);

    /// <summary>Adds MIN(column) to the select list.</summary>
    public Query SelectMin(string column, Func<Query, Query>? filter = null) => SelectAggregate("min", column, filter);

    /// <summary>Adds MAX(column) to the select list.</summary>
    public Query SelectMax(string column, Func<Query, Query>? filter = null) => SelectAggregate("max", column, filter);

    /// <summary>Gives equal rows once.</summary>
    public Query Distinct()
    {
        IsDistinct = true;
        return this;
    }

    // "t.{a, b}" stands for "t.a" and "t.b".
    private static IEnumerable<string> Expanded(string column)
    {
        var open = column.IndexOf(".{", StringComparison.Ordinal);
        return open < 1 || !column.EndsWith('}')
            ? [column]
            : column[(open + 2)..^1]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => $"{column[..open]}.{name}");
    }
}
