using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Steps;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>A copy, and a connection to it for what a story itself does there.</summary>
internal sealed class StoryStage : IAsyncDisposable
{
    private readonly ScratchDatabase scratch;
    private readonly ScratchRequest request;

    private StoryStage(ScratchDatabase made, ScratchRequest asked, MigratorOptions options, RunConnection opened, CancellationToken cancellationToken)
    {
        (scratch, request, Options, Connection) = (made, asked, options, opened);
        Session = OutsideTransaction.OpenSession(opened, journal: null, cancellationToken);
        Db = new Db(Session, options, opened.Client.ReadVersion(opened.Inner));
    }

    /// <summary>As for the real database, but for the copy, and going on where policies would stop.</summary>
    public MigratorOptions Options { get; }

    public RunConnection Connection { get; }

    public MigrationSession Session { get; }

    public Db Db { get; }

    public ScratchCopy Copy => scratch.Copy;

    /// <summary>The name by which a statement could still reach the real database; null where none can.</summary>
    public string? NameOfReal => scratch.NameOfReal;

    /// <exception cref="CairnException">No copy can be made.</exception>
    public static async Task<StoryStage> SetAsync(MigratorOptions options, ScratchRequest request, CancellationToken cancellationToken)
    {
        var made = await ScratchDatabase.MakeAsync(request, cancellationToken);
        try
        {
            await new CopyRunner(options, made, timeout: null, request.Observer).InstallAsync(cancellationToken);
            var probe = new StepMeter(request.Observer, made.NameOfReal, locks: null);
            var observer = new StepObserver(request.Observer, locks: null);
            var limits = new SessionLimits(Statement: null, TimeSpan.FromSeconds(30));
            var connection = await RunConnection.OpenAsync(made.Target, readOnly: false, limits, observer, cancellationToken);
            connection.Sink.Probe = probe;
            var copy = options with
            {
                Target = made.Target,
                Observer = observer,
                Probe = probe,
                OutOfOrder = CheckPolicy.Allow,
                Changed = CheckPolicy.Allow,
                Missing = CheckPolicy.Allow,
            };
            return new StoryStage(made, request, copy, connection, cancellationToken);
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>The structure of the copy, without Cairn's own tables, as it was committed.</summary>
    public async Task<SchemaSnapshot> StructureAsync(CancellationToken cancellationToken)
    {
        await using var connection = await RunConnection.OpenAsync(
            scratch.Target, readOnly: true, new SessionLimits(Statement: null, TimeSpan.FromSeconds(30)), new SilentObserver(), cancellationToken);
        try
        {
            return await connection.Client.Dialect.Snapshots.ReadAsync(connection.Sink.Catalogue, new SnapshotScope { LeaveOut = request.OwnTables }, cancellationToken);
        }
        catch (DbException exception)
        {
            throw ScratchErrors.Failed($"The scratch copy cannot be read: {exception.Message}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await Connection.DisposeAsync();
        await scratch.DisposeAsync();
    }
}
