namespace Cairn.Schema.Dialects;

/// <summary>What a database can do, as far as rendering and running depend on it.</summary>
public sealed record Capabilities
{
    /// <summary>Whether DDL can be rolled back.</summary>
    public required bool TransactionalDdl { get; init; }

    /// <summary>Whether a failed statement spoils the transaction around it (PostgreSQL).</summary>
    public required bool FailureAbortsTransaction { get; init; }

    /// <summary>Whether tables live in schemas.</summary>
    public required bool Schemas { get; init; }

    /// <summary>The longest identifier, in UTF-8 bytes (PostgreSQL) or characters; generated names stay below 60 bytes anywhere.</summary>
    public required int MaxIdentifierLength { get; init; }
}
