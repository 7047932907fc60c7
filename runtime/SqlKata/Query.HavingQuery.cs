using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>column op (scalar subquery).</summary>
    public Query Having(string column, string op, Query query) =>
        Add(Havings, new ColumnQueryCondition(column, op, query.Clone()));

    public Query HavingNot(string column, string op, Query query) =>
        Not().Having(column, op, query);

    public Query OrHaving(string column, string op, Query query) =>
        Or().Having(column, op, query);

    public Query OrHavingNot(string column, string op, Query query) =>
        Or().Not().Having(column, op, query);

    /// <summary>column op (scalar subquery built by the callback).</summary>
    public Query Having(string column, string op, Func<Query, Query> callback) =>
        Having(column, op, Built(callback));

    public Query HavingNot(string column, string op, Func<Query, Query> callback) =>
        Not().Having(column, op, callback);

    public Query OrHaving(string column, string op, Func<Query, Query> callback) =>
        Or().Having(column, op, callback);

    public Query OrHavingNot(string column, string op, Func<Query, Query> callback) =>
        Or().Not().Having(column, op, callback);

    /// <summary>(scalar subquery) op value.</summary>
    public Query HavingSub(Query query, string op, object? value) =>
        Add(Havings, new QueryValueCondition(query.Clone(), op, value));

    public Query OrHavingSub(Query query, string op, object? value) =>
        Or().HavingSub(query, op, value);

    /// <summary>(scalar subquery) = value.</summary>
    public Query HavingSub(Query query, object? value) =>
        HavingSub(query, "=", value);

    public Query OrHavingSub(Query query, object? value) =>
        Or().HavingSub(query, value);

    /// <summary>EXISTS (subquery).</summary>
    public Query HavingExists(Query query) =>
        Add(Havings, new ExistsCondition(query.Clone()));

    public Query HavingNotExists(Query query) =>
        Not().HavingExists(query);

    public Query OrHavingExists(Query query) =>
        Or().HavingExists(query);

    public Query OrHavingNotExists(Query query) =>
        Or().Not().HavingExists(query);

    /// <summary>EXISTS (subquery built by the callback).</summary>
    public Query HavingExists(Func<Query, Query> callback) =>
        HavingExists(Built(callback));

    public Query HavingNotExists(Func<Query, Query> callback) =>
        Not().HavingExists(callback);

    public Query OrHavingExists(Func<Query, Query> callback) =>
        Or().HavingExists(callback);

    public Query OrHavingNotExists(Func<Query, Query> callback) =>
        Or().Not().HavingExists(callback);
}
