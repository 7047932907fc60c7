using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Seeds;

/// <summary>A seed that can be run: a script's <c>Run</c>, or a function of a host.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its file as the user would write it; for what has no file, a name.</param>
/// <param name="Run">What to do.</param>
/// <example><code>new SeedScript("countries", "countries", (db, token) => db.Query("countries").InsertAsync(new { code = "DE" }, cancellationToken: token))</code></example>
public sealed record SeedScript(string Name, string Path, MigrationBody Run)
{
    /// <summary>Its options: timeouts, and the databases that it is for. It always runs in a transaction.</summary>
    public MigrationOptions Options { get; init; } = new();

    /// <summary>Its text and checksum, for the history log.</summary>
    public MigrationSourceText Source { get; init; } = new("", "");

    /// <summary>Finds the line of the script in a stack trace; null where there is none.</summary>
    public Func<Exception, ScriptPosition?>? Locate { get; init; }

    /// <summary>Finds the line of the script among the callers of something it recorded earlier; null where there is none.</summary>
    public Func<System.Diagnostics.StackTrace, ScriptPosition?>? LocateOrigin { get; init; }

    /// <summary>The seed as what the runner of migrations runs.</summary>
    internal StepBody Body()
    {
        var descriptor = new MigrationDescriptor(new MigrationVersion(Name), Name, MigrationSourceKind.Custom, Path)
        {
            Format = System.IO.Path.GetExtension(Path) is { Length: > 1 } ending ? ending.ToLowerInvariant() : ".class",
        };
        var loaded = new LoadedMigration(descriptor, Source) { Up = Run, UpOptions = Options, Locate = Locate, LocateOrigin = LocateOrigin };
        return new StepBody(new PlanStep(descriptor, Direction.Up), loaded) { Title = Name };
    }
}
