using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>Combines with another query; order and limit of this one apply to the whole.</summary>
    public Query Combine(string operation, bool all, Query query)
    {
        if (query.Method != "select")
        {
            throw new InvalidOperationException($"Only selects can be combined with {operation.ToUpperInvariant()}, and the query given is of the kind {query.Method}.");
        }

        Combinations.Add(EngineScope, new Combination(operation, all, query.Clone(), null));
        return this;
    }

    /// <summary>Combines with raw SQL that names its operation.</summary>
    public Query CombineRaw(string sql, params object?[] bindings)
    {
        Combinations.Add(EngineScope, new Combination(string.Empty, All: false, null, RawSql.Of(sql, bindings)));
        return this;
    }

    /// <summary>Adds the rows of another query.</summary>
    public Query Union(Query query, bool all = false) => Combine("union", all, query);

    /// <summary>Adds the rows of another query.</summary>
    public Query Union(Func<Query, Query> callback, bool all = false) => Combine("union", all, Built(callback));

    /// <summary>Adds the rows of another query, counting equal rows apart.</summary>
    public Query UnionAll(Query query) => Union(query, all: true);

    /// <summary>Adds the rows of another query, counting equal rows apart.</summary>
    public Query UnionAll(Func<Query, Query> callback) => Union(callback, all: true);

    /// <summary>Raw SQL that begins with UNION.</summary>
    public Query UnionRaw(string sql, params object?[] bindings) => CombineRaw(sql, bindings);

    /// <summary>Takes away the rows of another query.</summary>
    public Query Except(Query query, bool all = false) => Combine("except", all, query);

    /// <summary>Takes away the rows of another query.</summary>
    public Query Except(Func<Query, Query> callback, bool all = false) => Combine("except", all, Built(callback));

    /// <summary>Takes away the rows of another query, counting equal rows apart.</summary>
    public Query ExceptAll(Query query) => Except(query, all: true);

    /// <summary>Takes away the rows of another query, counting equal rows apart.</summary>
    public Query ExceptAll(Func<Query, Query> callback) => Except(callback, all: true);

    /// <summary>Raw SQL that begins with EXCEPT.</summary>
    public Query ExceptRaw(string sql, params object?[] bindings) => CombineRaw(sql, bindings);

    /// <summary>Keeps the rows that another query has too.</summary>
    public Query Intersect(Query query, bool all = false) => Combine("intersect", all, query);

    /// <summary>Keeps the rows that another query has too.</summary>
    public Query Intersect(Func<Query, Query> callback, bool all = false) => Combine("intersect", all, Built(callback));

    /// <summary>Keeps the rows that another query has too, counting equal rows apart.</summary>
    public Query IntersectAll(Query query) => Intersect(query, all: true);

    /// <summary>Keeps the rows that another query has too, counting equal rows apart.</summary>
    public Query IntersectAll(Func<Query, Query> callback) => Intersect(callback, all: true);

    /// <summary>Raw SQL that begins with INTERSECT.</summary>
    public Query IntersectRaw(string sql, params object?[] bindings) => CombineRaw(sql, bindings);
}
