using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Adoptions;

/// <summary>What became of a row of the other tool's table.</summary>
public enum AdoptedRowState
{
    /// <summary>Its migration is recorded as applied now; in a dry run, would be.</summary>
    Adopted,

    /// <summary>Its migration was recorded as applied before.</summary>
    Recorded,

    /// <summary>No migration belongs to it.</summary>
    Unmatched,

    /// <summary>It is none that could be adopted: rolled back, repeatable …</summary>
    Left,
}

/// <summary>A row of the other tool's table.</summary>
/// <param name="Text">What the other tool has recorded: a file's name, or version and description.</param>
/// <param name="State">What became of it.</param>
public sealed record AdoptedRow(string Text, AdoptedRowState State)
{
    /// <summary>The migration's version; null where none belongs to it.</summary>
    public string? Version { get; init; }

    /// <summary>When the other tool applied it (UTC), where it says.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>Why it was left, or where something is to be said of it.</summary>
    public string? Note { get; init; }
}

/// <summary>What taking over another tool's records did.</summary>
/// <param name="System">Whose records.</param>
/// <param name="Table">The table they were read from.</param>
/// <param name="Run">The migrations that were recorded, in the order in which the other tool applied them; the error, where Cairn's own tables could not be made.</param>
public sealed record AdoptReport(string System, string Table, RunReport Run)
{
    /// <summary>The other tool's rows, in its order; what it holds as applied without a row of its own is not among them.</summary>
    public IReadOnlyList<AdoptedRow> Rows { get; init; } = [];

    /// <summary>The migrations that are still pending afterwards, in version order; Cairn's own are not among them.</summary>
    public IReadOnlyList<MigrationStatus> Pending { get; init; } = [];
}
