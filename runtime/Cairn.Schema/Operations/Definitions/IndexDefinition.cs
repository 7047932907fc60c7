namespace Cairn.Schema.Operations;

/// <summary>An index.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="Columns">What it is over, in order.</param>
public sealed record IndexDefinition(string Name, IReadOnlyList<IndexColumn> Columns)
{
    /// <summary>Whether no two rows may have the same key.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The condition of a partial index.</summary>
    public string? Where { get; init; }

    /// <summary>The method, as <c>gin</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Columns carried along but not part of the key (PostgreSQL).</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Built without blocking writers (PostgreSQL; outside a transaction).</summary>
    public bool Concurrently { get; init; }
}

/// <summary>One key of an index: a column or an expression.</summary>
/// <param name="Name">The column's name, or the expression's text.</param>
/// <param name="IsExpression">Which of the two.</param>
/// <param name="Descending">Sorted downwards.</param>
public sealed record IndexColumn(string Name, bool IsExpression = false, bool Descending = false);
