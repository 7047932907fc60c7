using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.History;

/// <summary>One line of the history log.</summary>
/// <param name="Migration">Which migration.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Outcome">One of <see cref="HistoryOutcomes"/>.</param>
/// <param name="StartedAt">When it began (UTC).</param>
internal sealed record HistoryEntry(MigrationDescriptor Migration, Direction Direction, string Outcome, DateTimeOffset StartedAt)
{
    public TimeSpan? Duration { get; init; }

    public MigrationSourceText? Source { get; init; }

    public string? Error { get; init; }

    /// <summary>The run's own number, unless set: what was only recorded belongs to no run that could be rolled back (null).</summary>
    public long? Batch { get; init; } = OfRun;

    /// <summary>Stands for the number of the run that writes.</summary>
    public const long OfRun = -1;
}

/// <summary>What the log says became of a migration.</summary>
internal static class HistoryOutcomes
{
    public const string Applied = "applied";
    public const string RolledBack = "rolled back";
    public const string Marked = "marked";
    public const string Unmarked = "unmarked";
    public const string Renamed = "renamed";
    /// <summary>Recorded in the place of what it replaces.</summary>
    public const string Squashed = "squashed";

    /// <summary>Another migration stands for it now; its row stays.</summary>
    public const string Replaced = "replaced";

    public const string Failed = "failed";
    public const string Seeded = "seeded";
}
