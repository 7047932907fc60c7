using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Sinks;
using Cairn.Schema.Building;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Dapper;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// One direction of one migration on one connection: keeps the queue of recorded operations, lets one statement through at a time, and
/// remembers the first failure. A failed statement fails the migration on every database, as it does on PostgreSQL, unless it was tried
/// inside <c>db.Try</c>: otherwise a forgotten await would turn an error into silence.
/// </summary>
internal sealed partial class MigrationSession : ISchemaRecorder, IDisposable
{
    private readonly List<(RecordedOperation Operation, StackTrace Origin)> queue = [];
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly IStatementSink sink;
    private readonly MigrationConnection direct;
    private readonly CancellationToken runToken;

    public MigrationSession(DatabaseClient databaseClient, DbConnection connection, IStatementSink sink, CancellationToken runToken)
    {
        DatabaseClient = databaseClient;
        this.sink = sink;
        this.runToken = runToken;
        Connection = new MigrationConnection(this, connection, flushFirst: true);
        direct = new MigrationConnection(this, connection, flushFirst: false);
        Catalogue = new QueuedCatalogue(this, new SchemaInspector(databaseClient.Dialect, sink.Catalogue));
    }

    public DatabaseClient DatabaseClient { get; }

    public MigrationConnection Connection { get; }

    public Client Client => DatabaseClient.Client;

    public ICatalogue Catalogue { get; }

    /// <summary>The run's own token; scripts see it as the parameter of their functions.</summary>
    public CancellationToken RunToken => runToken;

    public StatementFailure? Failure { get; private set; }

    /// <summary>How many statements that may change something were let through.</summary>
    public int Sent { get; private set; }

    /// <summary>Called before operations that need foreign keys off; it switches them off or throws.</summary>
    public Func<Task>? ForeignKeysOff { get; set; }

    public RecordedOperation Add(SchemaOperation operation)
    {
        var recorded = new RecordedOperation(operation);
        lock (queue)
        {
            queue.Add((recorded, new StackTrace(1, fNeedFileInfo: false)));
        }

        return recorded;
    }

    /// <summary>Takes the recorded operations out unrun, for a <c>Change</c> that is to be undone or checked.</summary>
    public IReadOnlyList<SchemaOperation> TakeRecorded()
    {
        lock (queue)
        {
            var operations = queue.Select(entry => entry.Operation.Operation).ToList();
            queue.Clear();
            return operations;
        }
    }

    /// <summary>Nothing runs; operations stay recorded, and a statement is an error. For a <c>Change</c> that is read to be undone or checked.</summary>
    public bool RecordsOnly { get; init; }

    public Task FlushAsync(CancellationToken cancellationToken) =>
        RecordsOnly ? Task.CompletedTask : GuardedAsync(flush: true, _ => Task.FromResult(0), null, cancellationToken);

    public Task<int> ExecuteAsync(MigrationCommand command, bool flush, CancellationToken cancellationToken) =>
        SendAsync(command, flush, token => sink.ExecuteAsync(command.Inner, token), cancellationToken);

    public Task<DbDataReader> ReadAsync(MigrationCommand command, CommandBehavior behavior, bool flush, CancellationToken cancellationToken) =>
        SendAsync(command, flush, token => sink.ReadAsync(command.Inner, behavior & ~CommandBehavior.CloseConnection, token), cancellationToken);

    public Task<long> BulkLoadAsync(BulkLoad load) => GuardedAsync(flush: true, token =>
    {
        Sent++;
        return sink.BulkLoadAsync(load, token);
    }, $"bulk load into {load.Table}", CancellationToken.None);

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

    /// <summary>Forgets a failure that <c>db.Try</c> has undone.</summary>
    public void Forgive() => Failure = null;

    public void Dispose() => gate.Dispose();

    /// <summary>A command below the queue carries out one of its statements, so it must not wait for the gate that the queue holds.</summary>
    private Task<T> SendAsync<T>(MigrationCommand command, bool flush, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        if (!flush)
        {
            Sent++;
            return send(cancellationToken);
        }

        return GuardedAsync(flush, token =>
        {
            if (InTransaction)
            {
                TransactionGuard.Check(command.CommandText);
            }

            Sent++;
            return send(token);
        }, command.CommandText, cancellationToken);
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

        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, runToken) : null;
        var token = linked?.Token ?? runToken;
        await gate.WaitAsync(token);
        try
        {
            if (flush)
            {
                await RunQueueAsync(token);
            }

            return await send(token);
        }
        catch (Exception exception) when (exception is not RestartWithoutForeignKeysException)
        {
            Failure ??= new StatementFailure(exception, sql, null, null);
            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task RunQueueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            (RecordedOperation Operation, StackTrace Origin) next;
            lock (queue)
            {
                if (queue.Count == 0)
                {
                    return;
                }

                next = queue[0];
                queue.RemoveAt(0);
            }

            await RunOperationAsync(next.Operation, next.Origin, cancellationToken);
        }
    }

    private async Task RunOperationAsync(RecordedOperation recorded, StackTrace origin, CancellationToken cancellationToken)
    {
        var operation = recorded.Operation;
        string? current = null;
        try
        {
            var inspector = new SchemaInspector(DatabaseClient.Dialect, sink.Catalogue);
            var rendered = await DatabaseClient.Dialect.RenderAsync(operation, inspector, cancellationToken);
            if (rendered.RequiresForeignKeysOff && ForeignKeysOff is not null)
            {
                await ForeignKeysOff();
            }

            var together = NeedsOwnTransaction(rendered);
            if (together)
            {
                await BeginOwn!();
            }

            foreach (var statement in rendered.Statements)
            {
                current = statement.Text;
                recorded.Affected = await RunStatementAsync(operation, statement, cancellationToken);
            }

            if (together)
            {
                await EndOwn!(true);
            }
        }
        catch (Exception exception) when (exception is not RestartWithoutForeignKeysException)
        {
            DropQueue();
            Failure ??= new StatementFailure(exception, current, operation.Describe(), origin);
            throw;
        }
    }

    /// <summary>An operation of several statements (a rebuild on SQLite) is all or nothing also in a migration that runs outside a transaction.</summary>
    private bool NeedsOwnTransaction(RenderedOperation rendered) => !InTransaction && BeginOwn is not null
        && DatabaseClient.Dialect.Capabilities.TransactionalDdl
        && rendered.Statements.Count > 1 && !rendered.Statements.Any(statement => statement.OutsideTransaction);

    private async Task<int> RunStatementAsync(SchemaOperation operation, SqlStatement statement, CancellationToken cancellationToken)
    {
        if (InTransaction)
        {
            StatementRules.CheckTransaction(operation, statement);
        }

        if (statement.FailsWithRows is { } complaint)
        {
            var rows = await direct.QueryAsync(new CommandDefinition(statement.Text, statement.Parameters, cancellationToken: cancellationToken));
            StatementRules.CheckNoRows(complaint, rows);
            return -1;
        }

        return await direct.ExecuteAsync(new CommandDefinition(statement.Text, statement.Parameters, cancellationToken: cancellationToken));
    }
}
