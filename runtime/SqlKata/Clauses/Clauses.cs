namespace SqlKata.Clauses;

/// <summary>Text as it was written, with the values for its question marks.</summary>
internal sealed record RawSql(string Text, IReadOnlyList<object?> Values)
{
    // A lone null given to a params array arrives as no array at all.
    public static RawSql Of(string text, object?[]? values) => new(text, values is null ? [null] : [.. values]);
}

/// <summary>What rows are read from: exactly one of the three is set.</summary>
internal sealed record Source(string? Table, RawSql? Raw, Query? Query, string? Alias)
{
    public static Source Of(string table) => new(table, null, null, null);
}

/// <summary>An entry of the select list.</summary>
internal abstract record Column;

internal sealed record NamedColumn(string Name) : Column;

internal sealed record RawColumn(RawSql Sql) : Column;

internal sealed record QueryColumn(Query Query, string? Alias) : Column;

internal sealed record AggregateColumn(string Function, string Name, Query? Filter) : Column;

/// <summary>A join; <see cref="Grouped"/> puts its conditions in parentheses.</summary>
internal sealed record JoinClause(string Kind, Source Source, ClauseList<Condition> Conditions, bool Grouped);

internal sealed record Grouping(string? Column, RawSql? Raw);

/// <summary>An entry of ORDER BY: a column, raw text, or (neither) a random order.</summary>
internal sealed record Ordering(string? Column, RawSql? Raw, bool Descending);

/// <summary>LIMIT or OFFSET; zero or less means none.</summary>
internal sealed record Bound(long Rows);

internal sealed record Combination(string Operation, bool All, Query? Query, RawSql? Raw);

/// <summary>A common table expression: of a query, of raw text, or of values.</summary>
internal sealed record CommonTable(string Name, Query? Query, RawSql? Raw, ValueRows? Values);

internal sealed record ValueRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>What a query does other than select.</summary>
internal abstract record Change;

internal sealed record InsertRows(ValueRows Data, bool ReturnId) : Change;

internal sealed record InsertQuery(IReadOnlyList<string> Columns, Query Query) : Change;

internal sealed record UpdateValues(IReadOnlyList<string> Columns, IReadOnlyList<object?> Values) : Change;

internal sealed record UpdateBy(string Column, long Amount) : Change;

internal sealed record Deletion : Change;

internal sealed record Aggregation(string Function, IReadOnlyList<string> Columns) : Change;
