using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>column BETWEEN lower AND higher.</summary>
    public Query HavingBetween<T>(string column, T lower, T higher) =>
        Add(Havings, new BetweenCondition(column, lower, higher));

    public Query HavingNotBetween<T>(string column, T lower, T higher) =>
        Not().HavingBetween(column, lower, higher);

    public Query OrHavingBetween<T>(string column, T lower, T higher) =>
        Or().HavingBetween(column, lower, higher);

    public Query OrHavingNotBetween<T>(string column, T lower, T higher) =>
        Or().Not().HavingBetween(column, lower, higher);

    /// <summary>column IN (values), each value once; an empty list matches nothing.</summary>
    public Query HavingIn<T>(string column, IEnumerable<T> values) =>
        Add(Havings, List(column, values));

    public Query HavingNotIn<T>(string column, IEnumerable<T> values) =>
        Not().HavingIn(column, values);

    public Query OrHavingIn<T>(string column, IEnumerable<T> values) =>
        Or().HavingIn(column, values);

    public Query OrHavingNotIn<T>(string column, IEnumerable<T> values) =>
        Or().Not().HavingIn(column, values);

    /// <summary>column IN (subquery).</summary>
    public Query HavingIn(string column, Query query) =>
        Add(Havings, new ListQueryCondition(column, query.Clone()));

    public Query HavingNotIn(string column, Query query) =>
        Not().HavingIn(column, query);

    public Query OrHavingIn(string column, Query query) =>
        Or().HavingIn(column, query);

    public Query OrHavingNotIn(string column, Query query) =>
        Or().Not().HavingIn(column, query);

    /// <summary>column IN (subquery built by the callback).</summary>
    public Query HavingIn(string column, Func<Query, Query> callback) =>
        HavingIn(column, Built(callback));

    public Query HavingNotIn(string column, Func<Query, Query> callback) =>
        Not().HavingIn(column, callback);

    public Query OrHavingIn(string column, Func<Query, Query> callback) =>
        Or().HavingIn(column, callback);

    public Query OrHavingNotIn(string column, Func<Query, Query> callback) =>
        Or().Not().HavingIn(column, callback);
}
