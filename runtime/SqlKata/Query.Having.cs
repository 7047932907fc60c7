using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>column op value; null and bool become IS [NOT] NULL and a literal.</summary>
    public Query Having(string column, string op, object? value) =>
        Add(Havings, Condition(column, op, value));

    public Query HavingNot(string column, string op, object? value) =>
        Not().Having(column, op, value);

    public Query OrHaving(string column, string op, object? value) =>
        Or().Having(column, op, value);

    public Query OrHavingNot(string column, string op, object? value) =>
        Or().Not().Having(column, op, value);

    /// <summary>column = value.</summary>
    public Query Having(string column, object? value) =>
        Having(column, "=", value);

    public Query HavingNot(string column, object? value) =>
        Not().Having(column, value);

    public Query OrHaving(string column, object? value) =>
        Or().Having(column, value);

    public Query OrHavingNot(string column, object? value) =>
        Or().Not().Having(column, value);

    /// <summary>Every public property of the object equals its value.</summary>
    public Query Having(object constraints) =>
        AddAll(Havings, ObjectValues.Of(constraints));

    public Query HavingNot(object constraints) =>
        Not().Having(constraints);

    public Query OrHaving(object constraints) =>
        Or().Having(constraints);

    public Query OrHavingNot(object constraints) =>
        Or().Not().Having(constraints);

    /// <summary>Every key equals its value.</summary>
    public Query Having(IEnumerable<KeyValuePair<string, object?>> values) =>
        AddAll(Havings, values);

    public Query HavingNot(IEnumerable<KeyValuePair<string, object?>> values) =>
        Not().Having(values);

    public Query OrHaving(IEnumerable<KeyValuePair<string, object?>> values) =>
        Or().Having(values);

    public Query OrHavingNot(IEnumerable<KeyValuePair<string, object?>> values) =>
        Or().Not().Having(values);

    /// <summary>Conditions in parentheses; nothing when the callback adds none.</summary>
    public Query Having(Func<Query, Query> callback) =>
        Add(Havings, new GroupCondition(callback(NewQuery()).Havings));

    public Query HavingNot(Func<Query, Query> callback) =>
        Not().Having(callback);

    public Query OrHaving(Func<Query, Query> callback) =>
        Or().Having(callback);

    public Query OrHavingNot(Func<Query, Query> callback) =>
        Or().Not().Having(callback);

    /// <summary>Raw SQL: [x] is quoted, ? is bound, a backslash keeps either as it is.</summary>
    public Query HavingRaw(string sql, params object?[] bindings) =>
        Add(Havings, new RawCondition(RawSql.Of(sql, bindings)));

    public Query OrHavingRaw(string sql, params object?[] bindings) =>
        Or().HavingRaw(sql, bindings);

    /// <summary>One column against another.</summary>
    public Query HavingColumns(string first, string op, string second) =>
        Add(Havings, new ColumnsCondition(first, op, second));

    public Query OrHavingColumns(string first, string op, string second) =>
        Or().HavingColumns(first, op, second);
}
