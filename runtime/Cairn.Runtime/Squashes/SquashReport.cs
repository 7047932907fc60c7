using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Comparison;

namespace Cairn.Runtime.Squashes;

/// <summary>The text of a squash, and what proves it.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Range">What it stands for.</param>
/// <param name="Text">The text of the new file.</param>
/// <param name="Fingerprint">The hash of the structure that the old migrations make.</param>
/// <param name="Found">The hash of the structure that the new one makes.</param>
public sealed record SquashReport(Client Client, string Database, SquashRange Range, string Text, string Fingerprint, string Found)
{
    /// <summary>What is not alike between what the old migrations make and what the new one makes.</summary>
    public required SchemaDiff Diff { get; init; }

    /// <summary>The tables with rows, as the old migrations left them, compared with those of the new one.</summary>
    public IReadOnlyList<TableCheck> Tables { get; init; } = [];

    /// <summary>All that is not alike, in words; empty where the proof holds.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Whether structure and rows are equal.</summary>
    public bool IsProven => Differences.Count == 0 && Fingerprint == Found;

    /// <summary>Why the new one has no way back, where it has none.</summary>
    public string? WhyNoWayBack { get; init; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
