using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Sends every statement to the database.</summary>
internal sealed class ExecutingSink : IStatementSink
{
    private readonly DatabaseClient client;
    private readonly DbConnection connection;
    private readonly IRunObserver observer;
    private readonly InterruptibleSending sending;
    private readonly StatementsAhead ahead = new();
    private readonly CatalogueConnection catalogue;
    private readonly DriverCalls calls;
    private bool? sendsBatches;

    public ExecutingSink(DatabaseClient client, DbConnection connection, SessionLimits sessionLimits, IRunObserver observer)
    {
        this.client = client;
        this.connection = connection;
        this.observer = observer;
        calls = new DriverCalls(client);
        sending = new InterruptibleSending(client, connection, sessionLimits);
        catalogue = new CatalogueConnection(client, connection, sessionLimits, ahead);
    }

    public ICatalogueConnection Catalogue => catalogue;

    /// <inheritdoc cref="CatalogueConnection.ReadAsync{T}(string, IReadOnlyList{object?}, Func{CatalogueRow, T}, CancellationToken)"/>
    public ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, IReadOnlyList<object?> arguments, Func<CatalogueRow, T> make, CancellationToken cancellationToken)
        where T : class => catalogue.ReadAsync(sql, arguments, make, cancellationToken);

    /// <summary>The limits of the migration that runs.</summary>
    public SessionLimits Limits
    {
        get => sending.Limits;
        set => sending.Limits = value;
    }

    /// <summary>The lock of the run, once it is had.</summary>
    public IRunLock? Lock
    {
        get => sending.Lock;
        set => sending.Lock = value;
    }

    /// <summary>Stands beside every statement; null where nobody does.</summary>
    public IStatementProbe? Probe { get; set; }

    /// <summary>The transaction that commands join.</summary>
    public DbTransaction? Transaction
    {
        get => catalogue.Transaction;
        set => catalogue.Transaction = value;
    }

    /// <summary>What goes in front of the next statement.</summary>
    public StatementsAhead Ahead => ahead;

    /// <summary>Whether a probe stands beside.</summary>
    public bool IsWatched => Probe is not null;

    /// <summary>A probe measures each statement by itself.</summary>
    public bool SendsTogether => Probe is null && (sendsBatches ??= connection.CanCreateBatch && client.SendsBatches(connection));

    public async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        Probe?.Sending(command.CommandText);
        var started = Stopwatch.GetTimestamp();
        var rows = await ExecuteOwnAsync(command, cancellationToken);
        await ToldAsync(command.CommandText, Math.Max(0, rows), started, cancellationToken);
        return rows;
    }

    /// <summary>Sends a statement that is no migration's: a record, a limit, a mark. No probe sees it.</summary>
    public async Task<int> ExecuteOwnAsync(DbCommand command, CancellationToken cancellationToken)
    {
        if (ahead.Any && !StatementsAhead.CanJoin(command))
        {
            await SendAheadAsync(cancellationToken);
        }

        if (!ahead.Any)
        {
            return await SendAsync(command, token => calls.ExecuteAsync(command, token), cancellationToken);
        }

        var (text, parameters) = (command.CommandText, command.Parameters.Count);
        try
        {
            return await SendAsync(
                command,
                async token =>
                {
                    var others = ahead.JoinTo(command);
                    client.Adjust(command, Limits);
                    return Math.Max(-1, await calls.ExecuteAsync(command, token) - others);
                },
                cancellationToken);
        }
        finally
        {
            command.CommandText = text;
            while (command.Parameters.Count > parameters)
            {
                command.Parameters.RemoveAt(command.Parameters.Count - 1);
            }
        }
    }

    public async Task<DbDataReader> ReadAsync(DbCommand command, CommandBehavior behavior, CancellationToken cancellationToken)
    {
        Probe?.Sending(command.CommandText);
        await SendAheadAsync(cancellationToken);
        return await SendAsync(command, token => calls.ReadAsync(command, behavior, token), cancellationToken);
    }

    public async Task<long> BulkLoadAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        if (!client.HasBulkLoad)
        {
            return await InsertLoad.LoadAsync(load, client.Dialect, connection.CreateCommand, command => ExecuteAsync(command, cancellationToken));
        }

        var text = $"COPY {client.Dialect.Quote(load.Table)} ({string.Join(", ", load.Columns.Select(client.Dialect.Quote))}) FROM STDIN";
        Probe?.Sending(text);
        await SendAheadAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var rows = await sending.UnderLockAsync(token => client.BulkLoadAsync(connection, load, token), cancellationToken);
        await ToldAsync(text, rows, started, cancellationToken);
        return rows;
    }

    public bool FirstBatchIsEnough() => false;

    public async Task<IReadOnlyList<int>> ExecuteTogetherAsync(IReadOnlyList<OwnStatement> statements, CancellationToken cancellationToken)
    {
        await using var batch = StatementBatch.Create(connection, Transaction, ahead.Waiting, statements);
        client.Adjust(batch.Inner);
        foreach (var statement in statements)
        {
            observer.Statement(statement.Sql);
        }

        try
        {
            await sending.UnderLockAsync(token => sending.SendAsync(batch.Inner.ExecuteNonQueryAsync, token), cancellationToken);
            return batch.Affected();
        }
        catch (DbException exception) when (batch.IndexOf(exception) is { } index)
        {
            throw new StatementOfBatchException(index, exception);
        }
        finally
        {
            ahead.Clear();
        }
    }

    /// <summary>Sends what waits, where the next statement cannot take it along.</summary>
    public async Task SendAheadAsync(CancellationToken cancellationToken)
    {
        if (ahead.Any)
        {
            await using var command = connection.CreateCommand();
            ahead.JoinTo(command);
            await SendAsync(command, token => calls.ExecuteAsync(command, token), cancellationToken);
        }
    }

    private Task ToldAsync(string sql, long rows, long started, CancellationToken cancellationToken) =>
        Probe?.SentAsync(new SentStatement(sql, rows, started), connection, Transaction, cancellationToken) ?? Task.CompletedTask;

    private Task<T> SendAsync<T>(DbCommand command, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) => sending.UnderLockAsync(
        token =>
        {
            command.Transaction = Transaction;
            client.Adjust(command, Limits);
            observer.Statement(command.CommandText);
            return sending.SendAsync(send, token);
        },
        cancellationToken);
}
