using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MariaDb.Snapshots;

/// <summary>Reads the whole structure of a database.</summary>
internal sealed class MariaDbSnapshotReader : SnapshotReader
{
    /// <inheritdoc/>
    public override ValueTask<SchemaSnapshot> ReadAsync(ICatalogueConnection connection, SnapshotScope scope, CancellationToken cancellationToken) =>
        throw new NotSupportedException("reading whole structures of this database");
}
