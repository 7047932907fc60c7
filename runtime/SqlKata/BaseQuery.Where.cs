using SqlKata.Clauses;

namespace SqlKata;

public abstract partial class BaseQuery<TQuery>
{
    /// <summary>column op value; null and bool become IS [NOT] NULL and a literal.</summary>
    public TQuery Where(string column, string op, object? value) =>
        Add(Wheres, Condition(column, op, value));

    public TQuery WhereNot(string column, string op, object? value) =>
        Not().Where(column, op, value);

    public TQuery OrWhere(string column, string op, object? value) =>
        Or().Where(column, op, value);

    public TQuery OrWhereNot(string column, string op, object? value) =>
        Or().Not().Where(column, op, value);

    /// <summary>column = value.</summary>
    public TQuery Where(string column, object? value) =>
        Where(column, "=", value);

    public TQuery WhereNot(string column, object? value) =>
        Not().Where(column, value);

    public TQuery OrWhere(string column, object? value) =>
        Or().Where(column, value);

    public TQuery OrWhereNot(string column, object? value) =>
        Or().Not().Where(column, value);

    /// <summary>Every public property of the object equals its value.</summary>
    public TQuery Where(object constraints) =>
        AddAll(Wheres, ObjectValues.Of(constraints));

    public TQuery WhereNot(object constraints) =>
        Not().Where(constraints);

    public TQuery OrWhere(object constraints) =>
        Or().Where(constraints);

    public TQuery OrWhereNot(object constraints) =>
        Or().Not().Where(constraints);

    /// <summary>Every key equals its value.</summary>
    public TQuery Where(IEnumerable<KeyValuePair<string, object?>> values) =>
        AddAll(Wheres, values);

    public TQuery WhereNot(IEnumerable<KeyValuePair<string, object?>> values) =>
        Not().Where(values);

    public TQuery OrWhere(IEnumerable<KeyValuePair<string, object?>> values) =>
        Or().Where(values);

    public TQuery OrWhereNot(IEnumerable<KeyValuePair<string, object?>> values) =>
        Or().Not().Where(values);

    /// <summary>Conditions in parentheses; nothing when the callback adds none.</summary>
    public TQuery Where(Func<TQuery, TQuery> callback) =>
        Add(Wheres, new GroupCondition(callback(NewQuery()).Wheres));

    public TQuery WhereNot(Func<TQuery, TQuery> callback) =>
        Not().Where(callback);

    public TQuery OrWhere(Func<TQuery, TQuery> callback) =>
        Or().Where(callback);

    public TQuery OrWhereNot(Func<TQuery, TQuery> callback) =>
        Or().Not().Where(callback);

    /// <summary>Raw SQL: [x] is quoted, ? is bound, a backslash keeps either as it is.</summary>
    public TQuery WhereRaw(string sql, params object?[] bindings) =>
        Add(Wheres, new RawCondition(RawSql.Of(sql, bindings)));

    public TQuery OrWhereRaw(string sql, params object?[] bindings) =>
        Or().WhereRaw(sql, bindings);

    /// <summary>One column against another.</summary>
    public TQuery WhereColumns(string first, string op, string second) =>
        Add(Wheres, new ColumnsCondition(first, op, second));

    public TQuery OrWhereColumns(string first, string op, string second) =>
        Or().WhereColumns(first, op, second);
}
