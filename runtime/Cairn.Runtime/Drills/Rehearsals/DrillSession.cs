using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Planning;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Goes through a drill's plan on a copy, and on a fresh one where a failed migration left nothing to go on from.</summary>
/// <param name="options">As for the real database.</param>
/// <param name="request">What was asked for.</param>
/// <param name="plan">What to do.</param>
/// <param name="loaded">The plan's migrations.</param>
/// <param name="scratch">Makes a copy.</param>
/// <param name="observer">Is told.</param>
internal sealed class DrillSession(
    MigratorOptions options, DrillRequest request, DrillPlan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded,
    ScratchRequest scratch, IDrillObserver observer) : IAsyncDisposable
{
    private readonly List<MigrationDrill> drills = [];
    private ScratchDatabase? copy;
    private CopyRunner? runner;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<MigrationDrill> Drills => drills;

    /// <summary>The first copy that was made; null before that.</summary>
    public ScratchCopy? Copy { get; private set; }

    private CopyRunner Runner => runner!;

    private bool Transactional => DatabaseClients.For(options.Target.Client).Dialect.Capabilities.TransactionalDdl;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        var from = await RollBackAsync(cancellationToken);
        DrillState? known = null;
        for (var index = from; index < plan.Steps.Count; index++)
        {
            var step = plan.Steps[index];
            var (holds, why) = await StepAsync(step, wasApplied: index < plan.RollBack.Count, known, state => known = state, cancellationToken);
            if (!holds && plan.Steps.Skip(index + 1).Any(later => later.Rehearsed))
            {
                known = null;
                if (why is null && await RenewAsync(index, cancellationToken) is { } error)
                {
                    why = $"a fresh copy could not be brought to where it would go on: {error.Message}";
                }

                if (why is not null)
                {
                    NotRun(plan.Steps.Skip(index + 1), why);
                    return;
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (copy is { } made)
        {
            copy = null;
            await made.DisposeAsync();
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        copy = await ScratchDatabase.MakeAsync(scratch, cancellationToken);
        Copy ??= copy.Copy;
        runner = new CopyRunner(options, copy, request.Timeout, observer);
        await runner.InstallAsync(cancellationToken);
    }

    /// <summary>Whether the migration is applied now; and, where a fresh copy could not help, why the next ones cannot go on.</summary>
    private async Task<(bool Holds, string? Why)> StepAsync(
        DrillPlanStep step, bool wasApplied, DrillState? known, Action<DrillState?> state, CancellationToken cancellationToken)
    {
        var migration = loaded[step.Migration.Version];
        if (!step.Rehearsed)
        {
            observer.Started(step.Migration, "up");
            var up = await Runner.UpAsync(step.Migration, before: null, cancellationToken);
            return up.Error is { } error ? (false, wasApplied ? null : $"{step.Migration.Version}, which comes before it, failed: {error.Message}") : (true, null);
        }

        var rehearsal = new MigrationRehearsal(Runner, Reader(), Transactional, observer);
        var result = await rehearsal.RunAsync(migration, known, cancellationToken);
        var drill = result.Drill;
        if (migration.UpOptions.Clients is { Count: > 0 } clients && !clients.Contains(options.Target.Client))
        {
            drill = drill with { Notes = [.. drill.Notes, $"it is for {string.Join(", ", clients)}: here it is only recorded"] };
        }

        var firstFailed = !result.Holds && drill.Steps.Count == 1;
        if (firstFailed && wasApplied)
        {
            drill = drill with { Notes = [.. drill.Notes, "it was applied, and was rolled back on the copy to begin: what its down left is not what up begins with"] };
        }

        Add(drill);
        state(result.After);
        return (result.Holds, !firstFailed || wasApplied ? null : $"{step.Migration.Version}, which comes before it, failed going up");
    }

    /// <summary>The step to go on with: what is applied after a migration that cannot be rolled back is still rehearsed.</summary>
    private async Task<int> RollBackAsync(CancellationToken cancellationToken)
    {
        for (var index = 0; index < plan.RollBack.Count; index++)
        {
            var migration = plan.RollBack[index].Migration;
            var body = loaded[migration.Version];
            var never = body.Irreversible is not null || body is { Down: null, IsChange: false };
            observer.Started(migration, "down, to begin");
            var error = never ? null : (await Runner.DownAsync(migration, before: null, cancellationToken)).Error;
            if (!never && error is null)
            {
                continue;
            }

            var from = plan.RollBack.Count - index;
            NotRun(plan.Steps.Take(from - 1), $"{migration.Version}, which was applied after it, {(never ? "cannot be rolled back" : "could not be rolled back")}");
            if (plan.Steps.Any(step => step.Rehearsed && step.Migration.Version == migration.Version))
            {
                Add(Stopped(body, error));
            }

            if (error is not null && !Transactional)
            {
                NotRun(plan.Steps.Skip(from), $"{migration.Version} is half rolled back");
                return plan.Steps.Count;
            }

            return from;
        }

        return 0;
    }

    private static MigrationDrill Stopped(LoadedMigration body, CairnException? error)
    {
        var migration = body.Descriptor;
        var why = body.Irreversible is { } reason ? $"declared irreversible: {reason}; it is applied, so nothing was run"
            : error is null ? "it has no Down"
            : "it could not be rolled back from the state that the database is in";
        var outcome = body.Irreversible is null ? DrillOutcome.Failed : DrillOutcome.Irreversible;
        return new MigrationDrill(migration.Version.Text, migration.Name, migration.Source, migration.Path, outcome) { Error = error, Notes = [why] };
    }

    /// <summary>A fresh copy with everything up to the failed migration applied, as it is in the database or by going up; null where that worked.</summary>
    private async Task<CairnException?> RenewAsync(int last, CancellationToken cancellationToken)
    {
        observer.Note("the failed migration left nothing to go on from: making a fresh copy");
        await DisposeAsync();
        await BeginAsync(cancellationToken);
        foreach (var step in plan.RollBack.Take(plan.RollBack.Count - last - 1))
        {
            if ((await Runner.DownAsync(step.Migration, before: null, cancellationToken)).Error is { } error)
            {
                return error;
            }
        }

        foreach (var step in plan.Steps.Take(last + 1).Skip(plan.RollBack.Count))
        {
            if ((await Runner.UpAsync(step.Migration, before: null, cancellationToken)).Error is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private void NotRun(IEnumerable<DrillPlanStep> steps, string why)
    {
        foreach (var migration in steps.Where(step => step.Rehearsed).Select(step => step.Migration))
        {
            Add(new MigrationDrill(migration.Version.Text, migration.Name, migration.Source, migration.Path, DrillOutcome.NotRun) { Notes = [why] });
        }
    }

    private void Add(MigrationDrill drill)
    {
        drills.Add(drill);
        observer.Finished(drill);
    }

    private StateReader Reader() => new(
        token => RunConnection.OpenAsync(Runner.Target, readOnly: true, new SessionLimits(Statement: null, TimeSpan.FromSeconds(30)), new SilentObserver(), token),
        scratch.OwnTables,
        observer);
}
