using SqlKata.Clauses;

namespace SqlKata;

public abstract partial class BaseQuery<TQuery>
{
    /// <summary>column BETWEEN lower AND higher.</summary>
    public TQuery WhereBetween<T>(string column, T lower, T higher) =>
        Add(Wheres, new BetweenCondition(column, lower, higher));

    public TQuery WhereNotBetween<T>(string column, T lower, T higher) =>
        Not().WhereBetween(column, lower, higher);

    public TQuery OrWhereBetween<T>(string column, T lower, T higher) =>
        Or().WhereBetween(column, lower, higher);

    public TQuery OrWhereNotBetween<T>(string column, T lower, T higher) =>
        Or().Not().WhereBetween(column, lower, higher);

    /// <summary>column IN (values), each value once; an empty list matches nothing.</summary>
    public TQuery WhereIn<T>(string column, IEnumerable<T> values) =>
        Add(Wheres, List(column, values));

    public TQuery WhereNotIn<T>(string column, IEnumerable<T> values) =>
        Not().WhereIn(column, values);

    public TQuery OrWhereIn<T>(string column, IEnumerable<T> values) =>
        Or().WhereIn(column, values);

    public TQuery OrWhereNotIn<T>(string column, IEnumerable<T> values) =>
        Or().Not().WhereIn(column, values);

    /// <summary>column IN (subquery).</summary>
    public TQuery WhereIn(string column, Query query) =>
        Add(Wheres, new ListQueryCondition(column, query.Clone()));

    public TQuery WhereNotIn(string column, Query query) =>
        Not().WhereIn(column, query);

    public TQuery OrWhereIn(string column, Query query) =>
        Or().WhereIn(column, query);

    public TQuery OrWhereNotIn(string column, Query query) =>
        Or().Not().WhereIn(column, query);

    /// <summary>column IN (subquery built by the callback).</summary>
    public TQuery WhereIn(string column, Func<Query, Query> callback) =>
        WhereIn(column, Built(callback));

    public TQuery WhereNotIn(string column, Func<Query, Query> callback) =>
        Not().WhereIn(column, callback);

    public TQuery OrWhereIn(string column, Func<Query, Query> callback) =>
        Or().WhereIn(column, callback);

    public TQuery OrWhereNotIn(string column, Func<Query, Query> callback) =>
        Or().Not().WhereIn(column, callback);
}
