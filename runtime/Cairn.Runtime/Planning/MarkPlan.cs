using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>What marking does to the tracking table.</summary>
public enum MarkKind
{
    /// <summary>Adds a row.</summary>
    Apply,

    /// <summary>Takes a row away.</summary>
    Unapply,

    /// <summary>Gives a row another version and name; when it was applied stays.</summary>
    Rename,
}

/// <summary>One row to record without running anything.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Version">The version to add or rename to, or the one taken away, as recorded.</param>
/// <param name="Name">Its display name.</param>
public sealed record MarkStep(MarkKind Kind, MigrationVersion Version, string Name)
{
    /// <summary>The known migration; null where an applied one's file is gone.</summary>
    public MigrationDescriptor? Migration { get; init; }

    /// <summary>The rows of what it replaces.</summary>
    public IReadOnlyList<AppliedMigration> Replaced { get; init; } = [];

    /// <summary>The row that is taken away or renamed.</summary>
    public AppliedMigration? Row { get; init; }
}
