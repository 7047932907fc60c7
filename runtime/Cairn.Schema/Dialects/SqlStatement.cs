namespace Cairn.Schema.Dialects;

/// <summary>One statement as it is sent.</summary>
/// <param name="Text">The SQL, without a closing semicolon.</param>
public sealed record SqlStatement(string Text)
{
    /// <summary>Parameters (an object's properties or a dictionary), for raw SQL.</summary>
    public object? Parameters { get; init; }

    /// <summary>The statement is a check: it must return no row; otherwise the run stops with this message and the rows.</summary>
    public string? FailsWithRows { get; init; }

    /// <summary>The database refuses the statement inside a transaction.</summary>
    public bool OutsideTransaction { get; init; }
}

/// <summary>An operation in one database's words.</summary>
/// <param name="Statements">What to send, in order. Empty where nothing needs to be done.</param>
public sealed record RenderedOperation(IReadOnlyList<SqlStatement> Statements)
{
    /// <summary>Foreign keys must not be enforced while it runs: they are switched off before the transaction begins (SQLite).</summary>
    public bool RequiresForeignKeysOff { get; init; }
}
