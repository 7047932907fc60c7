namespace Cairn.Schema.Snapshots.Forms;

/// <summary>A part of a snapshot's file, whatever it is written in, with its place there.</summary>
public abstract record SnapshotNode
{
    private SnapshotNode()
    {
    }

    /// <summary>The line, from 1; 0 where it was not read from a file.</summary>
    public int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; init; }

    /// <summary>A text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : SnapshotNode;

    /// <summary>Several texts.</summary>
    /// <param name="Items">The texts.</param>
    public sealed record List(IReadOnlyList<SnapshotNode> Items) : SnapshotNode;

    /// <summary>Named parts, in their order.</summary>
    /// <param name="Entries">The parts.</param>
    public sealed record Map(IReadOnlyList<SnapshotEntry> Entries) : SnapshotNode;

    /// <summary>What a snapshot has no use for: a number, a truth value, nothing.</summary>
    /// <param name="Word">How it is called in a message: <c>a number</c>.</param>
    public sealed record Other(string Word) : SnapshotNode;
}

/// <summary>A named part.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">The part.</param>
public sealed record SnapshotEntry(string Key, SnapshotNode Value)
{
    /// <summary>The name's line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The name's column, from 1.</summary>
    public int Column { get; init; }
}
