namespace Cairn.Schema.Operations;

/// <summary>A primary key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record PrimaryKeyDefinition(string Name, IReadOnlyList<string> Columns);

/// <summary>A unique constraint.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record UniqueDefinition(string Name, IReadOnlyList<string> Columns);

/// <summary>A check constraint.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Rule">What is checked.</param>
public sealed record CheckDefinition(string Name, CheckRule Rule);

/// <summary>What a check constraint checks; each dialect has its own words for it.</summary>
public abstract record CheckRule
{
    private CheckRule()
    {
    }

    /// <summary>An expression in the database's own words.</summary>
    /// <param name="Expression">The expression, without parentheses around it.</param>
    public sealed record Sql(string Expression) : CheckRule;

    /// <summary>The column compares to a number: <c>&gt; 0</c> for CheckPositive.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Operator">One of <c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>.</param>
    /// <param name="Value">The value.</param>
    public sealed record Compare(string Column, string Operator, object Value) : CheckRule;

    /// <summary>The column is one of the values.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Values">The values.</param>
    public sealed record In(string Column, IReadOnlyList<object> Values) : CheckRule;

    /// <summary>The column lies between two values, both included.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Low">The lowest allowed value.</param>
    /// <param name="High">The highest allowed value.</param>
    public sealed record Between(string Column, object Low, object High) : CheckRule;

    /// <summary>The number of characters of the column compares to a number.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Operator">One of <c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>.</param>
    /// <param name="Count">The number of characters.</param>
    public sealed record Length(string Column, string Operator, int Count) : CheckRule;

    /// <summary>The column matches a regular expression of the database's own dialect.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Pattern">The expression.</param>
    public sealed record Regex(string Column, string Pattern) : CheckRule;
}

/// <summary>A foreign key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">The referring columns, in order.</param>
/// <param name="ReferencedTable">The table referred to.</param>
/// <param name="ReferencedColumns">Its columns, in the same order.</param>
public sealed record ForeignKeyDefinition(
    string Name, IReadOnlyList<string> Columns, TableName ReferencedTable, IReadOnlyList<string> ReferencedColumns)
{
    /// <summary>What happens to the referring rows when the row referred to is deleted.</summary>
    public ForeignKeyAction OnDelete { get; init; }

    /// <summary>What happens to the referring rows when the key referred to changes.</summary>
    public ForeignKeyAction OnUpdate { get; init; }

    /// <summary>Whether a transaction may put the check off to its end.</summary>
    public bool Deferrable { get; init; }

    /// <summary>Whether it does so by itself.</summary>
    public bool InitiallyDeferred { get; init; }
}
