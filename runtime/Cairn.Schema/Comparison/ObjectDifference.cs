using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison;

/// <summary>An object that two structures do not have alike. Where a whole table is new or gone, what belongs to it is not told apart.</summary>
/// <param name="Before">The object as it was; null where it is new.</param>
/// <param name="After">The object as it is; null where it is gone.</param>
/// <param name="Parent">The table it belongs to, as it was or is; null for what belongs to none.</param>
public sealed record ObjectDifference(SnapshotObject? Before, SnapshotObject? After, SnapshotObject? Parent)
{
    /// <summary>The facts that are not the same; empty where the object is new or gone.</summary>
    public IReadOnlyList<FactDifference> Facts { get; init; } = [];

    /// <summary>The object, as it is where it is still there.</summary>
    public SnapshotObject Subject => (After ?? Before)!;

    /// <summary>Whether it is new, gone or changed.</summary>
    public DifferenceKind Kind => (Before, After) switch
    {
        (null, _) => DifferenceKind.Added,
        (_, null) => DifferenceKind.Removed,
        _ => DifferenceKind.Changed,
    };

    /// <summary>What the object is called: <c>column orders.note</c>.</summary>
    public string Name => Subject.Describe(Parent);
}

/// <summary>In which way two structures differ in an object.</summary>
public enum DifferenceKind
{
    /// <summary>Only the second one has it.</summary>
    Added,

    /// <summary>Only the first one has it.</summary>
    Removed,

    /// <summary>Both have it, with other facts.</summary>
    Changed,
}
