namespace Cairn.Runtime.Drills.Reports;

/// <summary>What a drill found. One record for the terminal, JSON, JUnit and the page.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The name of the database that was copied; never that of the copy.</param>
public sealed record DrillReport(Client Client, string Database)
{
    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long all of it took, copying and cleaning up included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How the copy was made.</summary>
    public required ScratchCopy Copy { get; init; }

    /// <summary>The migrations that were rehearsed, in their order.</summary>
    public IReadOnlyList<MigrationDrill> Migrations { get; init; } = [];

    /// <summary>The stories that were run, by name.</summary>
    public IReadOnlyList<ScriptDrill> Scripts { get; init; } = [];

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What kept the drill from being made or finished, or null. Not set where a migration only failed its drill.</summary>
    public CairnException? Error { get; init; }

    /// <summary>Whether the drill was finished and found nothing.</summary>
    public bool Passed => Error is null && Migrations.All(drill => drill.Outcome is not (DrillOutcome.Failed or DrillOutcome.NotRun))
        && Scripts.All(drill => drill.Outcome == DrillOutcome.Passed);
}

/// <summary>A scratch copy.</summary>
/// <param name="Way">How it was made, in words: <c>CREATE DATABASE … TEMPLATE</c>.</param>
/// <param name="Data">Which rows it has.</param>
/// <param name="Duration">How long it took.</param>
public sealed record ScratchCopy(string Way, DrillData Data, TimeSpan Duration)
{
    /// <summary>The rows copied, where counted.</summary>
    public long? Rows { get; init; }
}

/// <summary>Which rows a scratch copy gets.</summary>
public enum DrillData
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Some of each table.</summary>
    Sample,

    /// <summary>None: only the structure.</summary>
    None,
}

/// <summary>How a drill ended.</summary>
public enum DrillOutcome
{
    /// <summary>The rollback restores the database, and up again gives what the first up gave.</summary>
    Passed,

    /// <summary>It does not, or a direction failed.</summary>
    Failed,

    /// <summary>The migration declares that it has no rollback; only up was run.</summary>
    Irreversible,

    /// <summary>The rollback restores the database, but two runs of up from the same state gave different results.</summary>
    NotDeterministic,

    /// <summary>Not run: an earlier failure left nothing to run it on.</summary>
    NotRun,
}
