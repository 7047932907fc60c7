using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>A part of a date (date, time, year, month, day, hour, minute, second) op value.</summary>
    public Query HavingDatePart(string part, string column, string op, object? value) =>
        Add(Havings, new DateCondition(part, column, op, value));

    public Query HavingNotDatePart(string part, string column, string op, object? value) =>
        Not().HavingDatePart(part, column, op, value);

    public Query OrHavingDatePart(string part, string column, string op, object? value) =>
        Or().HavingDatePart(part, column, op, value);

    public Query OrHavingNotDatePart(string part, string column, string op, object? value) =>
        Or().Not().HavingDatePart(part, column, op, value);

    /// <summary>A part of a date = value.</summary>
    public Query HavingDatePart(string part, string column, object? value) =>
        HavingDatePart(part, column, "=", value);

    public Query HavingNotDatePart(string part, string column, object? value) =>
        Not().HavingDatePart(part, column, value);

    public Query OrHavingDatePart(string part, string column, object? value) =>
        Or().HavingDatePart(part, column, value);

    public Query OrHavingNotDatePart(string part, string column, object? value) =>
        Or().Not().HavingDatePart(part, column, value);

    /// <summary>The date of the column op value.</summary>
    public Query HavingDate(string column, string op, object? value) =>
        HavingDatePart("date", column, op, value);

    public Query HavingNotDate(string column, string op, object? value) =>
        Not().HavingDate(column, op, value);

    public Query OrHavingDate(string column, string op, object? value) =>
        Or().HavingDate(column, op, value);

    public Query OrHavingNotDate(string column, string op, object? value) =>
        Or().Not().HavingDate(column, op, value);

    /// <summary>The date of the column = value.</summary>
    public Query HavingDate(string column, object? value) =>
        HavingDatePart("date", column, "=", value);

    public Query HavingNotDate(string column, object? value) =>
        Not().HavingDate(column, value);

    public Query OrHavingDate(string column, object? value) =>
        Or().HavingDate(column, value);

    public Query OrHavingNotDate(string column, object? value) =>
        Or().Not().HavingDate(column, value);

    /// <summary>The time of the column op value.</summary>
    public Query HavingTime(string column, string op, object? value) =>
        HavingDatePart("time", column, op, value);

    public Query HavingNotTime(string column, string op, object? value) =>
        Not().HavingTime(column, op, value);

    public Query OrHavingTime(string column, string op, object? value) =>
        Or().HavingTime(column, op, value);

    public Query OrHavingNotTime(string column, string op, object? value) =>
        Or().Not().HavingTime(column, op, value);

    /// <summary>The time of the column = value.</summary>
    public Query HavingTime(string column, object? value) =>
        HavingDatePart("time", column, "=", value);

    public Query HavingNotTime(string column, object? value) =>
        Not().HavingTime(column, value);

    public Query OrHavingTime(string column, object? value) =>
        Or().HavingTime(column, value);

    public Query OrHavingNotTime(string column, object? value) =>
        Or().Not().HavingTime(column, value);
}
