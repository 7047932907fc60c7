using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Linting.Reports;
using Cairn.Tool.Output.Fleets;

namespace Cairn.Tool.Output;

/// <summary>What a command found or did: the one record that text and JSON are made of.</summary>
/// <param name="Command">The command's name; empty where none was understood.</param>
internal sealed record CommandReport(string Command)
{
    /// <summary>The database system, where one was worked on.</summary>
    public Client? Client { get; init; }

    /// <summary>The database's name, where one was worked on.</summary>
    public string? Database { get; init; }

    /// <summary>Migrations, in order.</summary>
    public IReadOnlyList<MigrationLine> Migrations { get; init; } = [];

    /// <summary>What stopped it or was found; decides the exit code.</summary>
    public CairnException? Error { get; init; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>In text: what was asked for, printed also with <c>--quiet</c>.</summary>
    public IReadOnlyList<string> Answer { get; init; } = [];

    /// <summary>In text: a table that was asked for.</summary>
    public TextTable? Table { get; init; }

    /// <summary>In text: what was done.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>In JSON: what <c>doctor</c> looked at.</summary>
    public IReadOnlyList<CheckLine>? Checks { get; init; }

    /// <summary>Seeds, in order; null for a command that runs none.</summary>
    public IReadOnlyList<SeedLine>? Seeds { get; init; }

    /// <summary>In JSON: a version that was asked for.</summary>
    public string? Version { get; init; }

    /// <summary>In JSON: the files that were written.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>In JSON: the effective settings.</summary>
    public IReadOnlyList<SettingLine>? Settings { get; init; }

    /// <summary>In JSON: the drivers at hand.</summary>
    public IReadOnlyList<DriverLine>? Drivers { get; init; }

    /// <summary>In JSON: what was taken out of the compile cache.</summary>
    public CacheLine? Cache { get; init; }

    /// <summary>In JSON: who holds the migration lock.</summary>
    public LockLine? Lock { get; init; }

    /// <summary>In JSON: what was taken over from another tool.</summary>
    public AdoptionLines? Adoption { get; init; }

    /// <summary>In JSON: what a drill found.</summary>
    public DrillReport? Drill { get; init; }

    /// <summary>In JSON: what lint found.</summary>
    public LintReport? Lint { get; init; }

    /// <summary>In JSON: the one migration that stands for many, and what proves it.</summary>
    public SquashLines? Squash { get; init; }

    /// <summary>In JSON: the structure, its hash, or what differs.</summary>
    public SchemaLines? Schema { get; init; }

    /// <summary>The databases of a fleet; null for a command on one database.</summary>
    public FleetReport? Fleet { get; init; }

    /// <summary>Whether a migration or a seed ran and failed, where the lists that tell were let go of.</summary>
    public bool Failed { get; init; }

    /// <summary>Whether a migration or a seed ran and failed.</summary>
    public bool HasFailed => Failed || Migrations.Any(migration => migration.State == "failed") || Seeds?.Any(seed => seed.State == "failed") == true;

    /// <summary>A migration that ran and failed is 1, whatever its error means elsewhere: "nothing was run" would be untrue.</summary>
    public int ExitCode => Fleet is { } fleet
        ? fleet.ExitCode
        : ExitCodes.Of(Error) is var code && code == ExitCodes.Wrong && HasFailed ? ExitCodes.Failed : code;
}

/// <summary>Rows under headers.</summary>
internal sealed record TextTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A setting's effective value and where it came from.</summary>
internal sealed record SettingLine(string Name, string? Value, string Origin);
