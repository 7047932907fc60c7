using System.Diagnostics;
using Cairn.Runtime.BuiltIn;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Crashes;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>
/// The path of one run: set → history → plan → load → lock → history read again → run. Everything that can be checked without running is
/// checked before the lock is asked for.
/// </summary>
internal sealed class MigrationRun(MigratorOptions options)
{
    private readonly MigrationLoader loader = new(options.Formats);
    private readonly TrackingTables tables = TrackingTables.From(options.Table);
    private readonly Dictionary<MigrationVersion, IReadOnlyList<MigrationVersion>?> replaces = [];
    private IReadOnlyDictionary<MigrationVersion, LoadedMigration>? phased;

    public MigrationLoader Loader => loader;

    public TrackingTables Tables => tables;

    public MigrationSet ReadSet() => MigrationSet.From([BuiltInMigrations.Source, .. options.Sources], options.Naming);

    public async Task<RunConnection> OpenAsync(bool readOnly, CancellationToken cancellationToken)
    {
        var limits = new SessionLimits(options.StatementTimeout, options.DatabaseLockTimeout ?? TimeSpan.FromSeconds(5));
        var connection = await RunConnection.OpenAsync(options.Target, readOnly, limits, options.Observer, cancellationToken);
        connection.Timekeeper = options.Timekeeper;
        connection.Sink.Probe = options.Probe ?? (readOnly ? null : await CrashPoint.FindAsync(connection, tables.Tracking, cancellationToken));
        return connection;
    }

    /// <summary>Compares the set with what the database says, reading files only where something hangs on their contents.</summary>
    /// <param name="set">The known migrations.</param>
    /// <param name="connection">The database.</param>
    /// <param name="alwaysCheck">Reads the files of applied migrations also where nothing is pending.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Standing> StandAsync(MigrationSet set, RunConnection connection, bool alwaysCheck, CancellationToken cancellationToken)
    {
        var table = new HistoryTable(connection, tables);
        var tracked = await table.ReadTrackedAsync(cancellationToken);
        if (!alwaysCheck && options.Changed != CheckPolicy.Refuse && new Standing(set, tracked) is { IsUpToDate: true } upToDate)
        {
            return upToDate;
        }

        var history = await table.WithLogAsync(tracked, cancellationToken);
        var standing = await WithReplacesAsync(new Standing(set, history), alwaysCheck, cancellationToken);
        if (!alwaysCheck && standing.Pending.Count == 0 && !standing.HasOtherNames && options.Changed != CheckPolicy.Refuse)
        {
            return standing;
        }

        var checksums = await loader.ChecksumsAsync(standing.NeedingChecksum(), cancellationToken);
        return checksums.Count == 0 ? standing : standing.With(checksums);
    }

    /// <summary>What a migration replaces stands in its text, which does not change while it runs: each is looked at once.</summary>
    private async Task<Standing> WithReplacesAsync(Standing standing, bool all, CancellationToken cancellationToken)
    {
        var unread = standing.MayReplace(all).Where(migration => !replaces.ContainsKey(migration.Version)).ToList();
        var found = await loader.ReplacesAsync(unread, cancellationToken);
        foreach (var migration in unread)
        {
            replaces[migration.Version] = found.GetValueOrDefault(migration.Version);
        }

        return replaces.Values.All(versions => versions is null)
            ? standing
            : standing.With(replaces.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!));
    }

    /// <summary>Plans and runs.</summary>
    /// <param name="decide">The plan for a standing; pure.</param>
    /// <param name="mode">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RunReport> RunAsync(Func<Standing, Plan> decide, RunMode mode, CancellationToken cancellationToken)
    {
        var set = ReadSet();
        Plan plan;
        IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded;
        var applied = 0;
        await using (var reading = await OpenAsync(readOnly: true, cancellationToken))
        {
            Plan Decide(Standing standing)
            {
                applied = standing.History.Applied.Count;
                return decide(standing);
            }

            (plan, loaded) = await PrepareAsync(set, reading, Decide, mode, cancellationToken);
            if (plan.Steps.Count == 0)
            {
                return new RunReport(options.Target.Client, options.Target.Database) { Warnings = [.. set.Warnings, .. plan.Warnings], DryRun = mode.DryRun, AppliedTotal = applied };
            }

            if (mode.DryRun)
            {
                return WithWarnings(await new DryRunner(reading, options).RunAsync(plan, loaded, cancellationToken), set);
            }
        }

        return await LockedAsync(set, decide, plan, loaded, mode, cancellationToken);
    }

    /// <summary>Does something under the lock, on a connection that may write.</summary>
    public async Task<T> LockedAsync<T>(Func<RunConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(readOnly: false, cancellationToken);
        var mechanism = connection.Client.CreateLock(connection.Inner, options.Target, tables.Tracking.ToString());
        await using var held = await AcquireAsync(connection, mechanism, cancellationToken);
        connection.Lock = mechanism;
        try
        {
            return await work(connection);
        }
        catch (System.Data.Common.DbException exception)
        {
            throw StepErrors.DescribeOfRun(connection, exception, "The run stopped at a statement of Cairn's own", "What the run did before is recorded.");
        }
    }

    private async Task<MigrationLock> AcquireAsync(RunConnection connection, IRunLock mechanism, CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        try
        {
            return await MigrationLock.AcquireAsync(mechanism, options.LockTimeout, options.Observer, cancellationToken);
        }
        catch (System.Data.Common.DbException exception)
        {
            throw LockErrors.Refused(connection, "does not let the migration lock be taken", exception, "Nothing was run.");
        }
        finally
        {
            options.Timekeeper?.Waited(Stopwatch.GetElapsedTime(asked));
        }
    }

    public async Task<HistoryWriter> WriterAsync(RunConnection connection, CancellationToken cancellationToken)
    {
        var batch = await new HistoryTable(connection, tables).NextBatchAsync(cancellationToken);
        return new HistoryWriter(connection, tables, new RunIdentity(Guid.NewGuid().ToString(), batch, options.ToolVersion, LockHolder.Here()));
    }

    private Task<RunReport> LockedAsync(
        MigrationSet set, Func<Standing, Plan> decide, Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded,
        RunMode mode, CancellationToken cancellationToken) => LockedAsync(
        async connection =>
        {
            var (now, ready) = await AgainAsync(set, connection, decide, plan, loaded, mode, cancellationToken);
            var writer = await WriterAsync(connection, cancellationToken);
            var journals = await StepJournals.ReadAsync(connection, tables, writer.Run.RunId, mode.Answer, cancellationToken);
            ErrorList.ThrowIfAny([.. journals.Check(now, ready)]);
            return WithWarnings(await new Runner(connection, writer, journals, options).RunAsync(now, ready, mode.SingleTransaction, cancellationToken), set);
        },
        cancellationToken);

    /// <summary>Another run may have done some or all of it while this one waited for the lock.</summary>
    private async Task<(Plan Plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> Loaded)> AgainAsync(
        MigrationSet set, RunConnection connection, Func<Standing, Plan> decide, Plan plan,
        IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, RunMode mode, CancellationToken cancellationToken)
    {
        // What the other run applied may be of another text than the file here, so the files are compared also where nothing is pending any more.
        var (standing, _) = await WithPhasesAsync(await StandAsync(set, connection, alwaysCheck: true, cancellationToken), mode, cancellationToken);
        var now = decide(standing);
        if (now.RunsTheSameAs(plan))
        {
            return (now with { Steps = [.. now.Steps.Zip(plan.Steps, (fresh, old) => fresh with { Migration = old.Migration })] }, loaded);
        }

        return now.Steps.All(step => loaded.ContainsKey(step.Migration.Version) && !step.FromHistory)
            ? (now, loaded)
            : await PrepareAsync(set, connection, decide, mode, cancellationToken);
    }

    private async Task<(Plan Plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> Loaded)> PrepareAsync(
        MigrationSet set, RunConnection connection, Func<Standing, Plan> decide, RunMode mode, CancellationToken cancellationToken)
    {
        var (standing, ready) = await WithPhasesAsync(await StandAsync(set, connection, mode.ChecksFiles, cancellationToken), mode, cancellationToken);
        var plan = await WithHistoryTextsAsync(decide(standing), connection, cancellationToken);
        if (plan.Steps.Count == 0)
        {
            await ThrowIfHalfRunAsync(plan, new Dictionary<MigrationVersion, LoadedMigration>(), connection, mode, cancellationToken);
            return (plan, new Dictionary<MigrationVersion, LoadedMigration>());
        }

        var loaded = ready ?? await loader.LoadAsync(plan.Steps.Select(step => step.Migration), cancellationToken);
        await new PlanChecks(connection, options).CheckAsync(plan, loaded, mode, cancellationToken);
        if (mode.DryRun)
        {
            await ThrowIfHalfRunAsync(plan, loaded, connection, mode, cancellationToken);
        }

        return (plan, loaded);
    }

    // What is to be run is looked at under the lock: before it is had, another run may be in the middle of a migration, which is not half run.
    private async Task ThrowIfHalfRunAsync(
        Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, RunConnection connection, RunMode mode, CancellationToken cancellationToken)
    {
        var journals = await StepJournals.ReadAsync(connection, tables, "", mode.Answer, cancellationToken);
        if (journals.HalfRuns.Count > 0)
        {
            ErrorList.ThrowIfAny([.. journals.Check(plan, loaded)]);
        }
    }

    /// <summary>
    /// A migration says its phase in its text, so what is pending is compiled before it is planned: all of it where a phase is asked for, and what the plan would
    /// call late, since the phase after excuses that. Nothing pending, nothing compiled.
    /// </summary>
    private async Task<(Standing Standing, IReadOnlyDictionary<MigrationVersion, LoadedMigration>? Loaded)> WithPhasesAsync(
        Standing standing, RunMode mode, CancellationToken cancellationToken)
    {
        if (mode.NeedsPhases)
        {
            // Another run may have rolled something back before the lock was had: then more is pending than was read before.
            var planned = standing.Pending.Concat(standing.Squashes.Where(squash => squash.State == SquashState.Due).Select(squash => squash.Migration)).ToList();
            if (phased is null || planned.Exists(migration => !phased.ContainsKey(migration.Version)))
            {
                phased = await loader.LoadAsync(planned, cancellationToken);
            }

            return (standing.With(phased.ToDictionary(pair => pair.Key, pair => pair.Value.UpOptions.Phase)), phased);
        }

        if (mode.GoesUp && options.OutOfOrder != CheckPolicy.Allow && standing.Pending.Where(standing.IsOutOfOrder).ToList() is { Count: > 0 } late)
        {
            // One that does not compile is told when the plan is loaded, if it is in it.
            var loaded = (await loader.TryLoadAsync(late, cancellationToken)).Migrations;
            return (standing.With(loaded.ToDictionary(migration => migration.Descriptor.Version, migration => migration.UpOptions.Phase)), null);
        }

        return (standing, null);
    }

    /// <summary>A step whose file is gone runs from the text that the log has.</summary>
    private async Task<Plan> WithHistoryTextsAsync(Plan plan, RunConnection connection, CancellationToken cancellationToken)
    {
        if (!plan.Steps.Any(step => step.FromHistory))
        {
            return plan;
        }

        var history = new HistoryTable(connection, tables);
        var steps = new List<PlanStep>();
        foreach (var step in plan.Steps)
        {
            var text = step.FromHistory ? await history.ReadSourceAsync(step.Applied!, cancellationToken) : null;
            steps.Add(text is null ? step : step with { Migration = step.Migration with { EmbeddedText = () => text } });
        }

        return plan with { Steps = steps };
    }

    private static RunReport WithWarnings(RunReport report, MigrationSet set) => report with { Warnings = [.. set.Warnings, .. report.Warnings] };
}

/// <summary>How a plan is run.</summary>
/// <param name="DryRun">Only follow it.</param>
/// <param name="SingleTransaction">All steps in one transaction.</param>
/// <param name="Force">Also roll back what its author calls irreversible.</param>
/// <param name="ChecksFiles">Read the files of applied migrations also where nothing is pending, since they are to run.</param>
internal sealed record RunMode(bool DryRun = false, bool SingleTransaction = false, bool Force = false, bool ChecksFiles = false)
{
    /// <summary>Whether the plan asks for the phases of migrations.</summary>
    public bool NeedsPhases { get; init; }

    /// <summary>Whether it only applies what is pending.</summary>
    public bool GoesUp { get; init; }

    /// <summary>The user's word on a statement that was interrupted.</summary>
    public ResumeAnswer? Answer { get; init; }
}
