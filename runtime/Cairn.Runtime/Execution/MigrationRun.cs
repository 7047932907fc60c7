using System.Diagnostics;
using Cairn.Runtime.BuiltIn;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Crashes;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.Execution.Stamps;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>
/// The path of one run: set → history → plan → load → lock → history read again → run. Everything that can be checked without running is
/// checked before the lock is asked for.
/// </summary>
internal sealed class MigrationRun
{
    private static readonly Dictionary<MigrationVersion, LoadedMigration> Nothing = [];

    private static readonly TimeSpan LongestReuse = TimeSpan.FromSeconds(10);

    private readonly MigratorOptions options;
    private readonly MigrationLoader loader;
    private readonly TrackingTables tables;
    private readonly StandingReader standings;

    public MigrationRun(MigratorOptions options)
    {
        this.options = options;
        loader = new MigrationLoader(options.Formats, options.Stamps);
        tables = TrackingTables.From(options.Table);
        standings = new StandingReader(loader, tables, options);
    }

    public MigrationLoader Loader => loader;

    public TrackingTables Tables => tables;

    public MigrationSet ReadSet() => MigrationSet.From([BuiltInMigrations.Source, .. options.Sources], options.Naming);

    public async Task<RunConnection> OpenAsync(bool readOnly, CancellationToken cancellationToken)
    {
        if (LookOnly.IsOn && !readOnly)
        {
            throw new MoreToDoException();
        }

        var limits = new SessionLimits(options.StatementTimeout, options.DatabaseLockTimeout ?? TimeSpan.FromSeconds(5));
        var connection = await RunConnection.OpenAsync(options.Target, readOnly, limits, options.Observer, cancellationToken);
        connection.Timekeeper = options.Timekeeper;
        connection.Sink.Probe = options.Probe;
        return connection;
    }

    /// <inheritdoc cref="StandingReader.ReadAsync"/>
    public Task<Standing> StandAsync(MigrationSet set, RunConnection connection, bool alwaysCheck, CancellationToken cancellationToken) =>
        standings.ReadAsync(set, connection, alwaysCheck, cancellationToken);

    /// <summary>Plans and runs.</summary>
    /// <param name="decide">The plan for a standing; pure.</param>
    /// <param name="mode">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RunReport> RunAsync(Func<Standing, Plan> decide, RunMode mode, CancellationToken cancellationToken)
    {
        var look = mode.EndsUpToDate ? StampedLook.Begin(options) : null;
        var set = look is { KnowsFolders: true } ? null : ReadSet();
        Plan plan;
        IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded;
        await using (var reading = await OpenAsync(readOnly: true, cancellationToken))
        {
            var opened = Stopwatch.GetTimestamp();
            if (set is null && await look!.CountAsync(new HistoryTable(reading, tables), cancellationToken) is { } count)
            {
                await ThrowIfHalfRunAsync(Plan.Empty, Nothing, reading, mode, cancellationToken);
                return Ended(Plan.Empty, [], count, mode);
            }

            set ??= ReadSet();
            Standing? found = null;
            (plan, loaded) = await PrepareAsync(set, reading, standing => decide(found = standing), mode, cancellationToken);
            if (plan.Steps.Count == 0)
            {
                look?.Keep(set, found!);
                return Ended(plan, set.Warnings, found!.History.Applied.Count, mode);
            }

            if (mode.DryRun)
            {
                return WithWarnings(await DryAsync(reading, plan, loaded, cancellationToken), set);
            }

            if (LookOnly.IsOn)
            {
                throw new MoreToDoException();
            }

            // Another one costs several round trips, and what encrypts and checks the password. But one that was idle for long, as while hundreds of scripts are compiled, may be cut off by what stands in between.
            if (reading.ServesRuns && Stopwatch.GetElapsedTime(opened) < LongestReuse)
            {
                return await LockedAsync(reading, RunLockedAsync, cancellationToken);
            }
        }

        return await LockedAsync(RunLockedAsync, cancellationToken);

        Task<RunReport> RunLockedAsync(RunConnection connection) => RunAsync(connection, set, decide, plan, loaded, mode, cancellationToken);
    }

    private RunReport Ended(Plan plan, IReadOnlyList<string> warnings, int applied, RunMode mode) => new(options.Target.Client, options.Target.Database)
    {
        Warnings = [.. warnings, .. plan.Warnings], DryRun = mode.DryRun, AppliedTotal = applied,
    };

    /// <summary>Does something under the lock, on a connection that may write.</summary>
    public async Task<T> LockedAsync<T>(Func<RunConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(readOnly: false, cancellationToken);
        return await LockedAsync(connection, work, cancellationToken);
    }

    private async Task<T> LockedAsync<T>(RunConnection connection, Func<RunConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        connection.Sink.Probe ??= await CrashPoint.FindAsync(connection, tables.Tracking, cancellationToken);
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

    private Task<RunReport> DryAsync(
        RunConnection reading, Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, CancellationToken cancellationToken) =>
        LookOnly.IsOn ? throw new MoreToDoException() : new DryRunner(reading, options).RunAsync(plan, loaded, cancellationToken);

    private async Task<RunReport> RunAsync(
        RunConnection connection, MigrationSet set, Func<Standing, Plan> decide, Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded,
        RunMode mode, CancellationToken cancellationToken)
    {
        var (now, ready) = await AgainAsync(set, connection, decide, plan, loaded, mode, cancellationToken);
        var writer = await WriterAsync(connection, cancellationToken);
        var journals = await StepJournals.ReadAsync(connection, tables, writer.Run.RunId, mode.Answer, cancellationToken);
        ErrorList.ThrowIfAny([.. journals.Check(now, ready)]);
        return WithWarnings(await new Runner(connection, writer, journals, options).RunAsync(now, ready, mode.SingleTransaction, cancellationToken), set);
    }

    /// <summary>Another run may have done some or all of it while this one waited for the lock.</summary>
    private async Task<(Plan Plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> Loaded)> AgainAsync(
        MigrationSet set, RunConnection connection, Func<Standing, Plan> decide, Plan plan,
        IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, RunMode mode, CancellationToken cancellationToken)
    {
        // What the other run applied may be of another text than the file here, so the files are compared also where nothing is pending any more.
        var (standing, _) = await standings.WithPhasesAsync(await StandAsync(set, connection, alwaysCheck: true, cancellationToken), mode, cancellationToken);
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
        var (standing, ready) = await standings.WithPhasesAsync(await StandAsync(set, connection, mode.ChecksFiles, cancellationToken), mode, cancellationToken);
        var plan = await WithHistoryTextsAsync(decide(standing), connection, cancellationToken);
        if (plan.Steps.Count == 0)
        {
            await ThrowIfHalfRunAsync(plan, Nothing, connection, mode, cancellationToken);
            return (plan, Nothing);
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
