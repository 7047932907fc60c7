using Cairn.Runtime.Data;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Runs one direction of one migration on the copy, on the very path that migrate:up and migrate:down take.</summary>
/// <param name="options">As for the real database.</param>
/// <param name="scratch">The copy.</param>
/// <param name="timeout">The longest that one direction may take.</param>
/// <param name="observer">Is told.</param>
internal sealed class CopyRunner(MigratorOptions options, ScratchDatabase scratch, TimeSpan? timeout, IDrillObserver observer)
{
    /// <summary>How long a cancelled migration has to end, before the copy is taken away from under it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly PlanPolicies policies = new() { OutOfOrder = CheckPolicy.Allow, Changed = CheckPolicy.Allow, Missing = CheckPolicy.Allow };

    /// <summary>The copy, to connect to.</summary>
    public DatabaseTarget Target => scratch.Target;

    /// <summary>Whether a migration did not even stop when it was cancelled: the copy is not to be used any more.</summary>
    public bool Hangs { get; private set; }

    /// <summary>Cairn's own migrations, where the database does not have them yet.</summary>
    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        var report = await Run(new StepMeter(observer, nameOfReal: null, locks: null), locks: null).RunAsync(Planner.Install, new RunMode(), cancellationToken);
        if (report.Error is { } error)
        {
            throw error;
        }
    }

    public Task<StepOutcome> UpAsync(MigrationDescriptor migration, DrillState? before, CancellationToken cancellationToken) =>
        RunAsync(migration, Direction.Up, standing => Planner.Up(standing, policies, migration.Version.Text), before, cancellationToken);

    public Task<StepOutcome> DownAsync(MigrationDescriptor migration, DrillState? before, CancellationToken cancellationToken) =>
        RunAsync(migration, Direction.Down, standing => Planner.Down(standing, new DownRequest(migration.Version.Text), policies), before, cancellationToken);

    private async Task<StepOutcome> RunAsync(
        MigrationDescriptor migration, Direction direction, Func<Standing, Plan> decide, DrillState? before, CancellationToken cancellationToken)
    {
        var locks = before is not null && options.Target.Client == Client.Postgres ? new LockWatch(before.Storage.Oids) : null;
        var meter = new StepMeter(observer, scratch.NameOfReal, locks);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (error, duration) = await TryAsync(migration, direction, () => Run(meter, locks).RunAsync(decide, new RunMode(), limit.Token), limit, cancellationToken);
        return new StepOutcome(meter.Step(direction, duration), error)
        {
            Notes = locks is { MissedSome: true } ? [$"{direction.ToString().ToLowerInvariant()}: locks of statements outside a transaction end with them, and were not measured"] : [],
        };
    }

    private async Task<(CairnException? Error, TimeSpan Duration)> TryAsync(
        MigrationDescriptor migration, Direction direction, Func<Task<RunReport>> run, CancellationTokenSource limit, CancellationToken cancellationToken)
    {
        try
        {
            // A script may work without ever waiting: it must not keep this thread.
            var running = Task.Run(run, CancellationToken.None);
            if (timeout is { } longest)
            {
                limit.CancelAfter(longest);
            }

            if (!await EndsAsync(running, limit.Token))
            {
                Hangs = true;
                cancellationToken.ThrowIfCancellationRequested();
                return (TookTooLong(migration, direction, timeout ?? TimeSpan.Zero, inner: null), timeout ?? TimeSpan.Zero);
            }

            var report = await running;
            cancellationToken.ThrowIfCancellationRequested();
            var error = report.Error is { } found && limit.IsCancellationRequested ? TookTooLong(migration, direction, timeout!.Value, found) : report.Error;
            return (error, report.Migrations is [.., var last] ? last.Duration ?? TimeSpan.Zero : TimeSpan.Zero);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (TookTooLong(migration, direction, timeout ?? TimeSpan.Zero, exception), timeout ?? TimeSpan.Zero);
        }
        catch (CairnException error) when (!cancellationToken.IsCancellationRequested)
        {
            return (error, TimeSpan.Zero);
        }
    }

    /// <summary>False where it is still running a while after it was told to stop.</summary>
    private static async Task<bool> EndsAsync(Task running, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        return await Task.WhenAny(running, stopped.Task) == running || await Task.WhenAny(running, Task.Delay(Grace, CancellationToken.None)) == running;
    }

    private MigrationRun Run(StepMeter meter, LockWatch? locks) => new(options with
    {
        Target = scratch.Target,
        Observer = new StepObserver(observer, locks),
        Probe = meter,
        OutOfOrder = CheckPolicy.Allow,
        Changed = CheckPolicy.Allow,
        Missing = CheckPolicy.Allow,
    });

    private static CairnException TookTooLong(MigrationDescriptor migration, Direction direction, TimeSpan longest, Exception? inner) => new(
        ErrorCodes.DrillTimeout, $"{migration.Version} ({direction.ToString().ToLowerInvariant()}) took longer than {Duration.Format(longest)} on the copy, and was stopped.", inner)
    {
        File = migration.Path,
        Fix = "Make it do less at once, or raise --timeout.",
        DatabaseState = ScratchErrors.Untouched,
    };
}

/// <summary>What one direction gave.</summary>
/// <param name="Step">What it cost.</param>
/// <param name="Error">What it failed with, or null.</param>
internal sealed record StepOutcome(DrillStep Step, CairnException? Error)
{
    public IReadOnlyList<string> Notes { get; init; } = [];
}
