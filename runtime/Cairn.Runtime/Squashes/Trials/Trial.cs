using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;
using Cairn.Runtime.Planning;
using Cairn.Runtime.Squashes.Rows;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Squashes.Trials;

/// <summary>An empty scratch database that migrations are run on, by the way that they take on a real one.</summary>
/// <param name="options">As for the real database.</param>
/// <param name="scratch">The database.</param>
/// <param name="observer">Is told.</param>
internal sealed class Trial(MigratorOptions options, ScratchDatabase scratch, IDrillObserver observer) : IAsyncDisposable
{
    private static readonly PlanPolicies Policies = new() { OutOfOrder = CheckPolicy.Allow, Changed = CheckPolicy.Allow, Missing = CheckPolicy.Allow };
    private static readonly TrackingTables Tables = TrackingTables.From("cairn_migrations");

    private static readonly HashSet<string> OwnTables = new(StringComparer.OrdinalIgnoreCase)
    {
        Tables.Tracking.Name, Tables.Log.Name, Tables.Journal.Name, Tables.Lock.Name, ScratchMark.Table,
    };

    /// <summary>Makes the database, empty but for Cairn's own tables.</summary>
    /// <exception cref="CairnException">It cannot be made (CAIRN5002, 5003, 5005).</exception>
    public static async Task<Trial> BeginAsync(MigratorOptions options, SquashRequest request, IDrillObserver observer, CancellationToken cancellationToken)
    {
        var scratch = await ScratchDatabase.MakeAsync(
            new ScratchRequest(options.Target, DrillData.None, observer) { Given = request.Scratch, Empty = true, OwnTables = OwnTables }, cancellationToken);
        var trial = new Trial(options, scratch, observer);
        try
        {
            await trial.RunAsync(Planner.Install, cancellationToken);
            return trial;
        }
        catch (Exception exception)
        {
            await trial.DisposeAsync();
            throw exception is CairnException { Code: not ErrorCodes.Cancelled } error ? CannotBegin(error) : exception;
        }
    }

    private static CairnException CannotBegin(CairnException error) => SquashErrors.Refused(
        $"An empty database is not enough to begin with: {error.Message}",
        "What the connection names and no migration makes, such as a schema of the search path, would have to be there.", inner: error);

    /// <summary>Everything up to a version.</summary>
    public Task UpAsync(string to, CancellationToken cancellationToken) => RunAsync(standing => Planner.Latest(standing, Policies, to), cancellationToken);

    /// <summary>The last one back.</summary>
    public Task DownAsync(CancellationToken cancellationToken) => RunAsync(standing => Planner.Down(standing, new DownRequest(), Policies), cancellationToken);

    /// <summary>Structure and rows as they are.</summary>
    public Task<DrillState> ReadAsync(CancellationToken cancellationToken) =>
        new StateReader(OpenAsync, OwnTables, new SilentDrillObserver()).ReadAsync([], before: null, cancellationToken);

    /// <summary>The rows as statements.</summary>
    /// <exception cref="CairnException">There is too much of it (CAIRN5201).</exception>
    public async Task<IReadOnlyList<string>> TakeRowsAsync(DrillState state, int mostRows, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var counts = state.Contents.ToDictionary(content => content.Key, content => Own(state, content.Key, content.Value.Rows), StringComparer.Ordinal);
        return await new RowReader(connection, mostRows).ReadAsync(state.Structure, counts, cancellationToken);
    }

    /// <summary>How far sequences have counted, as statements.</summary>
    public async Task<IReadOnlyList<string>> TakeCountersAsync(DrillState state, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await Counters.ReadAsync(connection, state.Structure, cancellationToken);
    }

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    // A table with partitions of its own shows their rows, and has none itself.
    private static long Own(DrillState state, string table, long rows) =>
        state.Structure.Client == Client.Postgres && state.Structure.Find(ObjectKind.Table, table)?["partition by"] is not null ? 0 : rows;

    private Task<RunConnection> OpenAsync(CancellationToken cancellationToken) =>
        RunConnection.OpenAsync(scratch.Target, readOnly: true, new SessionLimits(Statement: null, TimeSpan.FromSeconds(30)), new SilentObserver(), cancellationToken);

    private async Task RunAsync(Func<Standing, Plan> decide, CancellationToken cancellationToken)
    {
        var run = new MigrationRun(options with
        {
            Target = scratch.Target,
            Table = Tables.Tracking.Name,
            Observer = new StepObserver(observer, locks: null),
            Probe = new StepMeter(observer, scratch.NameOfReal, locks: null),
            Hooks = [],
            OutOfOrder = CheckPolicy.Allow,
            Changed = CheckPolicy.Allow,
            Missing = CheckPolicy.Allow,
        });
        var report = await run.RunAsync(decide, new RunMode(), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (report.Error is { } error)
        {
            throw error;
        }
    }
}
