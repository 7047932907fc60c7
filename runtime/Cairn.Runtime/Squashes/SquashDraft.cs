using Cairn.Schema.Operations;

namespace Cairn.Runtime.Squashes;

/// <summary>All that the text of a squash is made of.</summary>
/// <param name="Range">What it stands for.</param>
/// <param name="Client">The kind of database that it is for: its words are that one's.</param>
/// <param name="Up">What makes structure and rows.</param>
/// <param name="Down">What takes them away again; null where there is no way back.</param>
public sealed record SquashDraft(SquashRange Range, Client Client, IReadOnlyList<SchemaOperation> Up, IReadOnlyList<SchemaOperation>? Down)
{
    /// <summary>Why there is no way back, where there is none.</summary>
    public string? WhyNoWayBack { get; init; }

    /// <summary>When it is due.</summary>
    public Phase Phase { get; init; }

    /// <summary>What the reader should know: lines of a comment.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
