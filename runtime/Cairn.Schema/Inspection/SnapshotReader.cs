using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Inspection;

/// <summary>Reads the whole structure of a database with few queries: their number does not grow with the tables.</summary>
public abstract class SnapshotReader
{
    /// <summary>Reads it. What the account may not see is an error, never left out in silence.</summary>
    /// <param name="connection">Where the queries go.</param>
    /// <param name="scope">What to leave out.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CairnException">Something of the structure cannot be read with the account's rights (CAIRN6001).</exception>
    public abstract ValueTask<SchemaSnapshot> ReadAsync(ICatalogueConnection connection, SnapshotScope scope, CancellationToken cancellationToken);
}

/// <summary>What of a database is no part of its structure.</summary>
public sealed record SnapshotScope
{
    /// <summary>Tables of the connection's own schema that are left out, with all that belongs to them: Cairn's own. Compared without regard to case.</summary>
    public IReadOnlySet<string> LeaveOut { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
