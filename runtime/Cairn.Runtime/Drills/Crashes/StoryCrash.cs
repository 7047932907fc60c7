using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Stories;
using Cairn.Runtime.Execution;
using Cairn.Schema;

namespace Cairn.Runtime.Drills.Crashes;

/// <summary>Kills a run on a story's copy.</summary>
/// <param name="stage">The copy.</param>
/// <param name="crash">Starts the process; null where the host has none.</param>
/// <param name="tracking">The tracking table.</param>
internal sealed class StoryCrash(StoryStage stage, IDrillCrash? crash, TableName tracking)
{
    private RunConnection Connection => stage.Connection;

    /// <exception cref="CairnException">No process can be started (CAIRN5006), or a migration that comes before it fails.</exception>
    /// <exception cref="ExpectationException">It could not be killed there.</exception>
    public async Task<string> RunAsync(string version, int? afterStatements, CancellationToken cancellationToken)
    {
        if (crash is null)
        {
            throw new CairnException(ErrorCodes.DrillScriptInvalid, "drill.Crash kills a process, and this host has not said how to start one.")
            {
                Fix = "Set DrillRequest.Crash, or run the script with dotnet cairn migrate:drill --script.",
            };
        }

        var (count, exact) = await CountAsync(version, cancellationToken);
        var after = afterStatements ?? Math.Max(1, count / 2);
        var word = CrashWord.New(version, after, stage.NameOfReal);
        var mark = Connection.Client.Dialect.Quote(new TableName(CrashWord.Table, tracking.Schema));
        CrashedRun ended;
        await Connection.ExecuteAsync($"CREATE TABLE {mark} (token varchar(32) NOT NULL)", [], cancellationToken);
        try
        {
            await Connection.ExecuteAsync($"INSERT INTO {mark} (token) VALUES (@p0)", [word.Token], cancellationToken);
            ended = await crash.RunAsync(new CrashOrder(stage.Options.Target, version, CrashWord.Variable, word.ToString()), cancellationToken);
        }
        finally
        {
            await Connection.ExecuteAsync($"DROP TABLE {mark}", [], CancellationToken.None);
        }

        var of = exact ? $"{after} of {count}" : $"{after}";
        return ended.WasKilled ? $"crash during {version}, after {of} statements" : throw new ExpectationException(
            $"the run was to be killed during {version} after {of} statements, and ended by itself before.{(ended.Output.Length == 0 ? "" : $" It said:\n{ended.Output}")}",
            "Let the migrations run well first; afterStatements: says where to die, if it is not the middle.");
    }

    /// <summary>How many statements a migration sends that do not only read, and whether that is all: what goes by rows of its own is not followed to its end.</summary>
    private async Task<(int Count, bool Exact)> CountAsync(string version, CancellationToken cancellationToken)
    {
        var report = await new Migrator(stage.Options with { Observer = new SilentObserver(), Probe = null }).LatestAsync(new LatestRequest(version, DryRun: true), cancellationToken);
        var found = report.Migrations.FirstOrDefault(migration => string.Equals(migration.Version, version, StringComparison.OrdinalIgnoreCase));
        if (found is null && report.Error is null)
        {
            throw new ExpectationException(
                $"{version} is not pending on the copy, so no run can be killed in the middle of it.", $"Bring the copy to before it first: drill.UpTo, or drill.Down(\"{version}\").");
        }

        return found is { Sql.Count: 0, Notes.Count: 0 } && report.Error is null
            ? throw new ExpectationException($"{version} sends no statement, so no run can be killed in the middle of it.", "Name another migration.")
            : (found?.Sql.Count ?? 0, found is { Notes.Count: 0 } && report.Error is null);
    }
}
