namespace Cairn.Schema.Snapshots;

/// <summary>The structure of a database at one moment. No rows, no counters.</summary>
/// <param name="Client">The database.</param>
/// <param name="Objects">Its objects; a snapshot sorts them by kind and name.</param>
public sealed record SchemaSnapshot(Client Client, IReadOnlyList<SnapshotObject> Objects)
{
    /// <summary>The objects, and what belongs to them, sorted by kind, then by the bytes of their names (columns and partitions stay in their order), so that equal structures are equal lists.</summary>
    public IReadOnlyList<SnapshotObject> Objects { get; init; } = Sorted(Objects);

    /// <summary>The server's version as it says it, where known: printed texts may differ between versions. Not a part of the fingerprint.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>The tables.</summary>
    public IEnumerable<SnapshotObject> Tables => Of(ObjectKind.Table);

    /// <summary>The objects of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public IEnumerable<SnapshotObject> Of(ObjectKind kind) => Objects.Where(found => found.Kind == kind);

    /// <summary>The object of that kind and name, or null.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The name.</param>
    public SnapshotObject? Find(ObjectKind kind, string name) => Objects.FirstOrDefault(found => found.Kind == kind && found.Name == name);

    private static IReadOnlyList<SnapshotObject> Sorted(IReadOnlyList<SnapshotObject> objects) =>
    [
        .. objects.OrderBy(found => found.Kind)
            .ThenBy(found => found.Kind is ObjectKind.Column or ObjectKind.Partition ? "" : found.Name, StringComparer.Ordinal)
            .Select(found => found.Children.Count == 0 ? found : found with { Children = Sorted(found.Children) }),
    ];
}
