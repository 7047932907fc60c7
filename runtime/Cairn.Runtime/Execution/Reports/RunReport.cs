using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Execution.Reports;

/// <summary>What became of one migration in a run.</summary>
public enum OutcomeState
{
    /// <summary>Would run (dry run).</summary>
    Planned,

    /// <summary>Is running.</summary>
    Running,

    /// <summary>Ran and is recorded as applied.</summary>
    Applied,

    /// <summary>Ran and is no longer recorded.</summary>
    RolledBack,

    /// <summary>Recorded (or no longer recorded) without running.</summary>
    Marked,

    /// <summary>Failed; <see cref="RunReport.Error"/> says how.</summary>
    Failed,
}

/// <summary>One migration in a run.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Path">Its file, or <c>built-in:…</c>.</param>
/// <param name="Direction">Which way.</param>
/// <param name="State">What became of it.</param>
public sealed record MigrationOutcome(
    string Version, string Name, MigrationSourceKind Source, string Path, Direction Direction, OutcomeState State)
{
    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When it was applied (UTC).</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>The statements, in a dry run.</summary>
    public IReadOnlyList<string> Sql { get; init; } = [];

    /// <summary>What a dry run cannot know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What a run did. Also returned where it failed: what was done, what failed, what was rolled back.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database's name.</param>
public sealed record RunReport(Client Client, string Database)
{
    /// <summary>The migrations that ran (or would), in order; the failed one last.</summary>
    public IReadOnlyList<MigrationOutcome> Migrations { get; init; } = [];

    /// <summary>How many migrations are recorded as applied after the run, where that is known.</summary>
    public int? AppliedTotal { get; init; }

    /// <summary>What stopped it, or null.</summary>
    public CairnException? Error { get; init; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether nothing was changed because only a plan was asked for.</summary>
    public bool DryRun { get; init; }

    /// <summary>This report, where the run went well.</summary>
    /// <exception cref="CairnException">What stopped it.</exception>
    public RunReport ThrowIfFailed() => Error is null
        ? this
        : throw new CairnException(Error.Code, Error.Message, Error)
        {
            File = Error.File,
            Line = Error.Line,
            Column = Error.Column,
            Sql = Error.Sql,
            DatabaseState = Error.DatabaseState,
            Fix = Error.Fix,
            Others = Error.Others,
        };
}
