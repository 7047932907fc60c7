namespace Cairn.Runtime.Seeds;

/// <summary>What became of a seed.</summary>
public enum SeedState
{
    /// <summary>Would run (dry run).</summary>
    Planned,

    /// <summary>Ran, and was committed.</summary>
    Done,

    /// <summary>Is for other databases, by its <c>[Client]</c>.</summary>
    Skipped,

    /// <summary>Failed, and was rolled back; <see cref="SeedReport.Error"/> says why.</summary>
    Failed,
}

/// <summary>One seed in a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its file.</param>
/// <param name="State">What became of it.</param>
public sealed record SeedOutcome(string Name, string Path, SeedState State)
{
    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The statements, in a dry run.</summary>
    public IReadOnlyList<string> Sql { get; init; } = [];

    /// <summary>What a dry run cannot know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What a run of seeds did. Also returned where it failed.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database's name.</param>
public sealed record SeedReport(Client Client, string Database)
{
    /// <summary>The seeds that ran (or would), in order; the failed one last.</summary>
    public IReadOnlyList<SeedOutcome> Seeds { get; init; } = [];

    /// <summary>What stopped it, or null.</summary>
    public CairnException? Error { get; init; }

    /// <summary>Whether nothing was changed because only a plan was asked for.</summary>
    public bool DryRun { get; init; }
}
