using SqlKata.Clauses;

namespace SqlKata;

public abstract partial class BaseQuery<TQuery>
{
    /// <summary>A part of a date (date, time, year, month, day, hour, minute, second) op value.</summary>
    public TQuery WhereDatePart(string part, string column, string op, object? value) =>
        Add(Wheres, new DateCondition(part, column, op, value));

    public TQuery WhereNotDatePart(string part, string column, string op, object? value) =>
        Not().WhereDatePart(part, column, op, value);

    public TQuery OrWhereDatePart(string part, string column, string op, object? value) =>
        Or().WhereDatePart(part, column, op, value);

    public TQuery OrWhereNotDatePart(string part, string column, string op, object? value) =>
        Or().Not().WhereDatePart(part, column, op, value);

    /// <summary>A part of a date = value.</summary>
    public TQuery WhereDatePart(string part, string column, object? value) =>
        WhereDatePart(part, column, "=", value);

    public TQuery WhereNotDatePart(string part, string column, object? value) =>
        Not().WhereDatePart(part, column, value);

    public TQuery OrWhereDatePart(string part, string column, object? value) =>
        Or().WhereDatePart(part, column, value);

    public TQuery OrWhereNotDatePart(string part, string column, object? value) =>
        Or().Not().WhereDatePart(part, column, value);

    /// <summary>The date of the column op value.</summary>
    public TQuery WhereDate(string column, string op, object? value) =>
        WhereDatePart("date", column, op, value);

    public TQuery WhereNotDate(string column, string op, object? value) =>
        Not().WhereDate(column, op, value);

    public TQuery OrWhereDate(string column, string op, object? value) =>
        Or().WhereDate(column, op, value);

    public TQuery OrWhereNotDate(string column, string op, object? value) =>
        Or().Not().WhereDate(column, op, value);

    /// <summary>The date of the column = value.</summary>
    public TQuery WhereDate(string column, object? value) =>
        WhereDatePart("date", column, "=", value);

    public TQuery WhereNotDate(string column, object? value) =>
        Not().WhereDate(column, value);

    public TQuery OrWhereDate(string column, object? value) =>
        Or().WhereDate(column, value);

    public TQuery OrWhereNotDate(string column, object? value) =>
        Or().Not().WhereDate(column, value);

    /// <summary>The time of the column op value.</summary>
    public TQuery WhereTime(string column, string op, object? value) =>
        WhereDatePart("time", column, op, value);

    public TQuery WhereNotTime(string column, string op, object? value) =>
        Not().WhereTime(column, op, value);

    public TQuery OrWhereTime(string column, string op, object? value) =>
        Or().WhereTime(column, op, value);

    public TQuery OrWhereNotTime(string column, string op, object? value) =>
        Or().Not().WhereTime(column, op, value);

    /// <summary>The time of the column = value.</summary>
    public TQuery WhereTime(string column, object? value) =>
        WhereDatePart("time", column, "=", value);

    public TQuery WhereNotTime(string column, object? value) =>
        Not().WhereTime(column, value);

    public TQuery OrWhereTime(string column, object? value) =>
        Or().WhereTime(column, value);

    public TQuery OrWhereNotTime(string column, object? value) =>
        Or().Not().WhereTime(column, value);
}
