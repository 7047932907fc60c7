using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>column LIKE pattern; without regard to case unless asked.</summary>
    public Query HavingLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Havings, new LikeCondition(column, LikeKind.Pattern, value, caseSensitive, escapeCharacter));

    public Query HavingNotLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().HavingLike(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().HavingLike(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingNotLike(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().HavingLike(column, value, caseSensitive, escapeCharacter);

    /// <summary>column LIKE value%; % and _ in the value keep their meaning.</summary>
    public Query HavingStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Havings, new LikeCondition(column, LikeKind.Starts, value, caseSensitive, escapeCharacter));

    public Query HavingNotStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().HavingStarts(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().HavingStarts(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingNotStarts(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().HavingStarts(column, value, caseSensitive, escapeCharacter);

    /// <summary>column LIKE %value.</summary>
    public Query HavingEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Havings, new LikeCondition(column, LikeKind.Ends, value, caseSensitive, escapeCharacter));

    public Query HavingNotEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().HavingEnds(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().HavingEnds(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingNotEnds(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().HavingEnds(column, value, caseSensitive, escapeCharacter);

    /// <summary>column LIKE %value%.</summary>
    public Query HavingContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Add(Havings, new LikeCondition(column, LikeKind.Contains, value, caseSensitive, escapeCharacter));

    public Query HavingNotContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Not().HavingContains(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().HavingContains(column, value, caseSensitive, escapeCharacter);

    public Query OrHavingNotContains(string column, object? value, bool caseSensitive = false, string? escapeCharacter = null) =>
        Or().Not().HavingContains(column, value, caseSensitive, escapeCharacter);
}
