namespace SqlKata.Clauses;

/// <summary>One condition of WHERE, HAVING or ON, and how it joins the one before it.</summary>
internal abstract record Condition
{
    public bool Or { get; init; }

    public bool Not { get; init; }
}

internal sealed record ValueCondition(string Column, string Operator, object? Value) : Condition;

internal sealed record BooleanCondition(string Column, string Operator, bool Value) : Condition;

internal sealed record NullCondition(string Column, bool Negated) : Condition;

internal sealed record ColumnsCondition(string First, string Operator, string Second) : Condition;

internal enum LikeKind
{
    Pattern,
    Starts,
    Ends,
    Contains,
}

internal sealed record LikeCondition(string Column, LikeKind Kind, object? Value, bool CaseSensitive, string? Escape) : Condition;

internal sealed record BetweenCondition(string Column, object? Lower, object? Higher) : Condition;

internal sealed record ListCondition(string Column, IReadOnlyList<object?> Values) : Condition;

internal sealed record ListQueryCondition(string Column, Query Query) : Condition;

/// <summary>A column compared with a scalar subquery.</summary>
internal sealed record ColumnQueryCondition(string Column, string Operator, Query Query) : Condition;

/// <summary>A scalar subquery compared with a value.</summary>
internal sealed record QueryValueCondition(Query Query, string Operator, object? Value) : Condition;

internal sealed record ExistsCondition(Query Query) : Condition;

internal sealed record DateCondition(string Part, string Column, string Operator, object? Value) : Condition;

internal sealed record RawCondition(RawSql Sql) : Condition;

internal sealed record GroupCondition(ClauseList<Condition> Inner) : Condition;
