using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>A row of the tracking table, with what the history log knows about it.</summary>
/// <param name="Version">The version as recorded.</param>
/// <param name="Name">The display name as recorded.</param>
/// <param name="AppliedAt">When it was applied (UTC); of one-second resolution where another tool wrote it.</param>
public sealed record AppliedMigration(MigrationVersion Version, string Name, DateTimeOffset AppliedAt)
{
    /// <summary>The place of its latest apply in the history log; null where the log does not know it.</summary>
    public long? Sequence { get; init; }

    /// <summary>The run that applied it; null where it was marked, or taken over from another tool.</summary>
    public long? Batch { get; init; }

    /// <summary>The checksum of what was applied; null where it is not known, or was made by another algorithm than today's.</summary>
    public string? Checksum { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Where it came from, for what is no longer in the set.</summary>
    public MigrationSourceKind? Source { get; init; }

    /// <summary>The format's ending as recorded (<c>.csx</c>); null counts as <c>.csx</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Whether the history log has the text as it was applied, so that it can be rolled back without its file.</summary>
    public bool HasSource { get; init; }

    /// <summary>Whether the history log says that another migration replaced it since: then its file is rightly gone.</summary>
    public bool IsReplaced { get; init; }
}
