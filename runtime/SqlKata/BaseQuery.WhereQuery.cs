using SqlKata.Clauses;

namespace SqlKata;

public abstract partial class BaseQuery<TQuery>
{
    /// <summary>column op (scalar subquery).</summary>
    public TQuery Where(string column, string op, Query query) =>
        Add(Wheres, new ColumnQueryCondition(column, op, query.Clone()));

    public TQuery WhereNot(string column, string op, Query query) =>
        Not().Where(column, op, query);

    public TQuery OrWhere(string column, string op, Query query) =>
        Or().Where(column, op, query);

    public TQuery OrWhereNot(string column, string op, Query query) =>
        Or().Not().Where(column, op, query);

    /// <summary>column op (scalar subquery built by the callback).</summary>
    public TQuery Where(string column, string op, Func<Query, Query> callback) =>
        Where(column, op, Built(callback));

    public TQuery WhereNot(string column, string op, Func<Query, Query> callback) =>
        Not().Where(column, op, callback);

    public TQuery OrWhere(string column, string op, Func<Query, Query> callback) =>
        Or().Where(column, op, callback);

    public TQuery OrWhereNot(string column, string op, Func<Query, Query> callback) =>
        Or().Not().Where(column, op, callback);

    /// <summary>(scalar subquery) op value.</summary>
    public TQuery WhereSub(Query query, string op, object? value) =>
        Add(Wheres, new QueryValueCondition(query.Clone(), op, value));

    public TQuery OrWhereSub(Query query, string op, object? value) =>
        Or().WhereSub(query, op, value);

    /// <summary>(scalar subquery) = value.</summary>
    public TQuery WhereSub(Query query, object? value) =>
        WhereSub(query, "=", value);

    public TQuery OrWhereSub(Query query, object? value) =>
        Or().WhereSub(query, value);

    /// <summary>EXISTS (subquery).</summary>
    public TQuery WhereExists(Query query) =>
        Add(Wheres, new ExistsCondition(query.Clone()));

    public TQuery WhereNotExists(Query query) =>
        Not().WhereExists(query);

    public TQuery OrWhereExists(Query query) =>
        Or().WhereExists(query);

    public TQuery OrWhereNotExists(Query query) =>
        Or().Not().WhereExists(query);

    /// <summary>EXISTS (subquery built by the callback).</summary>
    public TQuery WhereExists(Func<Query, Query> callback) =>
        WhereExists(Built(callback));

    public TQuery WhereNotExists(Func<Query, Query> callback) =>
        Not().WhereExists(callback);

    public TQuery OrWhereExists(Func<Query, Query> callback) =>
        Or().WhereExists(callback);

    public TQuery OrWhereNotExists(Func<Query, Query> callback) =>
        Or().Not().WhereExists(callback);
}
