using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Building;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// One direction of one migration on one connection: keeps the queue of recorded operations, lets one statement through at a time, and
/// remembers the first failure. A failed statement fails the migration on every database, as it does on PostgreSQL, unless it was tried
/// inside <c>db.Try</c>: otherwise a forgotten await would turn an error into silence.
/// </summary>
internal sealed partial class MigrationSession : ISchemaRecorder, IDisposable
{
    private readonly List<QueuedOperation> queue = [];
    private readonly HeldOperations held;
    private long recordedLast;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly IStatementSink sink;
    private readonly MigrationConnection direct;
    private readonly CancellationToken runToken;

    public MigrationSession(DatabaseClient databaseClient, DbConnection connection, IStatementSink sink, CancellationToken runToken)
    {
        DatabaseClient = databaseClient;
        this.sink = sink;
        held = new HeldOperations(sink);
        this.runToken = runToken;
        Connection = new MigrationConnection(this, connection, flushFirst: true);
        direct = new MigrationConnection(this, connection, flushFirst: false);
        Catalogue = new QueuedCatalogue(this, new SchemaInspector(databaseClient.Dialect, sink.Catalogue));
    }

    public DatabaseClient DatabaseClient { get; }

    public MigrationConnection Connection { get; }

    public Client Client => DatabaseClient.Client;

    public ICatalogue Catalogue { get; }

    /// <summary>The catalogue below the queue, for what the session itself asks.</summary>
    public ICatalogue Inner => new SchemaInspector(DatabaseClient.Dialect, sink.Catalogue);

    /// <summary>The connection below the queue, for what the session itself sends.</summary>
    public DbConnection Direct => direct;

    /// <summary>The run's own token; scripts see it as the parameter of their functions.</summary>
    public CancellationToken RunToken => runToken;

    public StatementFailure? Failure { get; private set; }

    /// <summary>Is told of everything that the script asks for; null where nobody listens.</summary>
    public IScriptListener? Listener { get; init; }

    /// <summary>How many statements were let through.</summary>
    public int Sent { get; private set; }

    /// <summary>
    /// Called before operations that need foreign keys off: it switches them off, or throws. What it gives back is called after the operation,
    /// however that ended; null where nothing is to be switched back.
    /// </summary>
    public Func<Task<Func<Task>?>>? ForeignKeysOff { get; set; }

    public RecordedOperation Add(SchemaOperation operation)
    {
        var recorded = new RecordedOperation(operation);
        lock (queue)
        {
            queue.Add(new QueuedOperation(++recordedLast, recorded, new StackTrace(1, fNeedFileInfo: false)));
        }

        return recorded;
    }

    /// <summary>Takes the recorded operations out unrun, for a <c>Change</c> that is to be undone or checked.</summary>
    public IReadOnlyList<SchemaOperation> TakeRecorded()
    {
        lock (queue)
        {
            var operations = queue.Select(entry => entry.Recorded.Operation).ToList();
            queue.Clear();
            return operations;
        }
    }

    /// <summary>Nothing runs; operations stay recorded, and a statement is an error. For a <c>Change</c> that is read to be undone or checked.</summary>
    public bool RecordsOnly { get; init; }

    public Task FlushAsync(CancellationToken cancellationToken) =>
        RecordsOnly ? Task.CompletedTask : GuardedAsync(flush: true, _ => Task.FromResult(0), null, cancellationToken);

    public Task<int> ExecuteAsync(MigrationCommand command, bool flush, CancellationToken cancellationToken) =>
        flush && IsJournaled && StatementTraits.Of(Client, command.CommandText) != StatementTrait.OfSession
            ? JournalCommandAsync(command, cancellationToken)
            : SendAsync(command, flush, Heard<int>(command.CommandText, flush, token => sink.ExecuteAsync(command.Inner, token)), cancellationToken);

    public Task<DbDataReader> ReadAsync(MigrationCommand command, CommandBehavior behavior, bool flush, CancellationToken cancellationToken)
    {
        var kept = behavior & ~CommandBehavior.CloseConnection;
        return !flush || !IsJournaled ? SendAsync(command, flush, Heard<DbDataReader>(command.CommandText, flush, token => sink.ReadAsync(command.Inner, kept, token)), cancellationToken)
            : StatementKinds.OnlyReads(Client, command.CommandText) ? KeptReadAsync(command, kept, cancellationToken)
            : JournalReadAsync(command, kept, cancellationToken);
    }

    public Task<long> BulkLoadAsync(BulkLoad load) => GuardedAsync(flush: true, token => IsJournaled
        ? JournalBulkLoadAsync(load, token)
        : CountedAsync(() => Heard($"INSERT INTO {DatabaseClient.Dialect.Quote(load.Table)}", flush: true, inner => sink.BulkLoadAsync(load, inner))(token)), $"bulk load into {load.Table}", CancellationToken.None);

    public bool FirstBatchIsEnough() => sink.FirstBatchIsEnough();

    /// <summary>Runs what is still queued, waits for what was not awaited, and throws the first failure.</summary>
    public async Task CompleteAsync()
    {
        await FlushAsync(CancellationToken.None);
        if (Failure is { } failure)
        {
            throw new CairnException(ErrorCodes.StatementFailed, failure.Exception.Message, failure.Exception);
        }
    }

    /// <summary>Forgets failures that <c>db.Try</c> has undone; one from before it stays.</summary>
    public void Forgive(StatementFailure? before) => Failure = before;

    public void Dispose() => gate.Dispose();

    /// <summary>Where somebody listens, the caller is looked for now: what is awaited later no longer knows it.</summary>
    private Func<CancellationToken, Task<T>> Heard<T>(string sql, bool flush, Func<CancellationToken, Task<T>> send)
    {
        if (Listener is not { } listener || !flush)
        {
            return send;
        }

        var origin = new StackTrace(1, fNeedFileInfo: false);
        return token =>
        {
            listener.Hear(sql, origin);
            return send(token);
        };
    }

    /// <summary>A command below the queue carries out one of its statements, so it must not wait for the gate that the queue holds.</summary>
    private Task<T> SendAsync<T>(MigrationCommand command, bool flush, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) => flush
        ? GuardedAsync(flush, token => CheckedAsync(command, () => send(token)), command.CommandText, cancellationToken)
        : CountedAsync(() => send(cancellationToken));

    private async Task<T> CheckedAsync<T>(MigrationCommand command, Func<Task<T>> send)
    {
        if (InTransaction || Journal is not null)
        {
            TransactionGuard.Check(Client, command.CommandText);
        }

        CheckMayCommit(command.CommandText);
        if (IsJournaled)
        {
            await CommitRowsForAsync(command.CommandText);
        }

        return await CountedAsync(send);
    }

    private Task<T> CountedAsync<T>(Func<Task<T>> send)
    {
        Sent++;
        return send();
    }

    private async Task<T> GuardedAsync<T>(bool flush, Func<CancellationToken, Task<T>> send, string? sql, CancellationToken cancellationToken)
    {
        if (RecordsOnly)
        {
            throw new CairnException(ErrorCodes.NotReversible, "A Change holds schema operations only: what a query does cannot be undone by itself.")
            {
                Fix = "Write Up and Down instead of Change.",
            };
        }

        // What is recorded after this call must not run before it, also where nobody awaits it and it waits for its turn.
        var upTo = Interlocked.Read(ref recordedLast);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, runToken) : null;
        var token = linked?.Token ?? runToken;
        await gate.WaitAsync(token);
        try
        {
            if (flush)
            {
                await RunQueueAsync(upTo, token);
            }

            return await send(token);
        }
        catch (Exception exception) when (exception is not (RestartWithoutForeignKeysException or ReplayEndedException))
        {
            Failure ??= new StatementFailure(exception, sql, null, null);
            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task RunQueueAsync(long upTo, CancellationToken cancellationToken)
    {
        while (TakeNext(upTo) is { } next)
        {
            await RunOperationAsync(next, cancellationToken);
        }

        await SendHeldAsync(cancellationToken);
    }

    private QueuedOperation? TakeNext(long upTo)
    {
        lock (queue)
        {
            if (queue.Count == 0 || queue[0].Number > upTo)
            {
                return null;
            }

            var next = queue[0];
            queue.RemoveAt(0);
            return next;
        }
    }
}
