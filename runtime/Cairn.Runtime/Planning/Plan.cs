using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>One migration to run, one way.</summary>
/// <param name="Migration">Which one.</param>
/// <param name="Direction">Which way.</param>
public sealed record PlanStep(MigrationDescriptor Migration, Direction Direction)
{
    /// <summary>The row that going down takes away; its version is as recorded. Null going up.</summary>
    public AppliedMigration? Applied { get; init; }

    /// <summary>The file is gone: the text is the one in the history log, and the runner puts it into <see cref="Migration"/>.</summary>
    public bool FromHistory { get; init; }

    /// <summary>Older than the newest applied migration.</summary>
    public bool OutOfOrder { get; init; }

    /// <summary>
    /// The records of what the migration replaces. Going up, it is recorded in their place and does not run; going down, they go with its own record. Null where it replaces nothing that is applied.
    /// </summary>
    public IReadOnlyList<AppliedMigration>? Replaced { get; init; }

    /// <summary>Whether the migration is only recorded, since all that it replaces is applied.</summary>
    public bool IsRecordOnly => Direction == Direction.Up && Replaced is not null;
}

/// <summary>What to run, in that order. Same set and same history give the same plan.</summary>
/// <param name="Steps">The steps; empty where there is nothing to do.</param>
/// <param name="Warnings">What the user should know before it runs.</param>
public sealed record Plan(IReadOnlyList<PlanStep> Steps, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing to do.</summary>
    public static Plan Empty { get; } = new([], []);

    /// <summary>Whether both plans would run the same, so that one made before the lock still holds after it.</summary>
    public bool RunsTheSameAs(Plan other) => Steps.Count == other.Steps.Count
        && Steps.Zip(other.Steps).All(pair =>
            pair.First.Migration.Version == pair.Second.Migration.Version
            && pair.First.Direction == pair.Second.Direction
            && pair.First.FromHistory == pair.Second.FromHistory
            && pair.First.IsRecordOnly == pair.Second.IsRecordOnly);
}
