using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Execution.Reports;

/// <summary>How a known migration stands.</summary>
public enum MigrationState
{
    /// <summary>Recorded, and its file is as it was.</summary>
    Applied,

    /// <summary>Not recorded.</summary>
    Pending,

    /// <summary>Recorded, but its file is gone.</summary>
    Missing,

    /// <summary>Recorded, but its file is not what was applied.</summary>
    Changed,

    /// <summary>Not recorded, but its content is that of a recorded migration whose file is gone.</summary>
    Renamed,
}

/// <summary>One line of <c>migrate:list</c>.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Path">Its file; null where it is missing.</param>
/// <param name="State">How it stands.</param>
public sealed record MigrationStatus(string Version, string Name, MigrationSourceKind Source, string? Path, MigrationState State)
{
    /// <summary>When it was applied (UTC).</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>How long it took, where the history says.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The run that applied it, where the history says.</summary>
    public long? Batch { get; init; }

    /// <summary>The version it was renamed from.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Older than the newest applied migration.</summary>
    public bool OutOfOrder { get; init; }
}

/// <summary>Every known migration, in order.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Migrations">The migrations, in version order.</param>
/// <param name="Warnings">What the user should know.</param>
public sealed record StatusReport(
    Client Client, string Database, IReadOnlyList<MigrationStatus> Migrations, IReadOnlyList<string> Warnings);

/// <summary>What <c>migrate:validate</c> found.</summary>
/// <param name="Status">Every known migration.</param>
/// <param name="Errors">Files that are wrong (exit 2).</param>
/// <param name="Findings">Changed, missing, renamed, pending (exit 3).</param>
public sealed record ValidationReport(
    StatusReport Status, IReadOnlyList<CairnException> Errors, IReadOnlyList<CairnException> Findings);
