using SqlKata.Clauses;

namespace SqlKata;

public abstract partial class BaseQuery<TQuery>
{
    /// <summary>column LIKE pattern; without regard to case unless asked.</summary>
    public TQuery WhereLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Wheres, new LikeCondition(column, LikeKind.Pattern, value, caseSensitive, escapeCharacter));

    public TQuery WhereNotLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().WhereLike(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().WhereLike(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereNotLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().WhereLike(column, value, caseSensitive, escapeCharacter);

    /// <summary>column LIKE value%; % and _ in the value keep their meaning.</summary>
    public TQuery WhereStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Wheres, new LikeCondition(column, LikeKind.Starts, value, caseSensitive, escapeCharacter));

    public TQuery WhereNotStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().WhereStarts(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().WhereStarts(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereNotStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().WhereStarts(column, value, caseSensitive, escapeCharacter);

    /// <summary>column LIKE %value.</summary>
    public TQuery WhereEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Wheres, new LikeCondition(column, LikeKind.Ends, value, caseSensitive, escapeCharacter));

    public TQuery WhereNotEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().WhereEnds(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().WhereEnds(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereNotEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().WhereEnds(column, value, caseSensitive, escapeCharacter);

    /// <summary>column LIKE %value%.</summary>
    public TQuery WhereContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Wheres, new LikeCondition(column, LikeKind.Contains, value, caseSensitive, escapeCharacter));

    public TQuery WhereNotContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().WhereContains(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().WhereContains(column, value, caseSensitive, escapeCharacter);

    public TQuery OrWhereNotContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().WhereContains(column, value, caseSensitive, escapeCharacter);
}
