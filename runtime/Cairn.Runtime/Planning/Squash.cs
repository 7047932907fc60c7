using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>How a migration that replaces others stands to what is applied.</summary>
public enum SquashState
{
    /// <summary>It is recorded as applied: what it replaces and is recorded too is history.</summary>
    Recorded,

    /// <summary>Nothing that it replaces is applied: it runs as any other.</summary>
    Fresh,

    /// <summary>All that it replaces is applied: it is recorded, and does not run.</summary>
    Due,

    /// <summary>Some of what it replaces is applied and some is not: neither running nor recording it would be right.</summary>
    Half,
}

/// <summary>A migration that replaces others, and what of these is applied.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="State">How it stands.</param>
/// <param name="Applied">The rows of what it replaces, in version order; its own row is not among them once it is recorded.</param>
/// <param name="Absent">What it replaces and is not applied, in the order in which it says so.</param>
public sealed record Squash(MigrationDescriptor Migration, SquashState State, IReadOnlyList<AppliedMigration> Applied, IReadOnlyList<MigrationVersion> Absent)
{
    /// <summary>The last version that it replaces: where a database stands that has them all.</summary>
    public required MigrationVersion Last { get; init; }

    /// <summary>Compares what a migration says it replaces with what is applied. Pure.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="replaces">The versions that it replaces; its own among them where the last of them had the same.</param>
    /// <param name="history">The applied ones.</param>
    /// <param name="checksum">The checksum of its file of today; null where it was not read.</param>
    public static Squash Of(MigrationDescriptor migration, IReadOnlyList<MigrationVersion> replaces, HistoryState history, string? checksum)
    {
        var own = history.Find(migration.Version);
        var isRecorded = own is not null && (!replaces.Contains(migration.Version) || IsItself(migration, own, checksum));
        var applied = replaces.Select(history.Find).OfType<AppliedMigration>().Where(row => !isRecorded || row != own).ToList();
        var absent = replaces.Where(version => !history.Has(version)).ToList();
        var state = isRecorded ? SquashState.Recorded
            : applied.Count == 0 ? SquashState.Fresh
            : absent.Count == 0 ? SquashState.Due
            : SquashState.Half;
        return new Squash(migration, state, applied, absent) { Last = replaces[^1] };
    }

    // The last of what it replaces had its version, and another name and text: migrate:squash sees to that.
    private static bool IsItself(MigrationDescriptor migration, AppliedMigration row, string? checksum) =>
        row.Name == migration.Name || (row.Checksum is not null && row.Checksum == checksum);
}
