namespace Cairn.Schema.Comparison;

/// <summary>All in which two structures differ.</summary>
/// <param name="Differences">The differences, in the order of the snapshots.</param>
public sealed record SchemaDiff(IReadOnlyList<ObjectDifference> Differences)
{
    /// <summary>Whether the two are the same.</summary>
    public bool IsEmpty => Differences.Count == 0;
}
