using System.Data.Common;
using System.Runtime.ExceptionServices;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Connections;

/// <summary>The one connection of a run: opened with its errors told apart, unpooled, with its transaction.</summary>
internal sealed class RunConnection : IAsyncDisposable
{
    private readonly ExecutingSink sink;

    private RunConnection(DatabaseClient client, DatabaseTarget target, DbConnection inner, SessionLimits limits, IRunObserver observer)
    {
        Target = target;
        Client = client;
        Inner = inner;
        Limits = limits;
        sink = new ExecutingSink(client, inner, limits, observer);
        Catalogue = new SchemaInspector(client.Dialect, sink.Catalogue);
    }

    public DatabaseClient Client { get; }

    /// <summary>What was connected to.</summary>
    public DatabaseTarget Target { get; }

    public DbConnection Inner { get; }

    public SessionLimits Limits { get; }

    /// <summary>Sends statements on this connection, in its transaction.</summary>
    public ExecutingSink Sink => sink;

    /// <summary>Where the statements of migrations go: <see cref="Sink"/>, by way of the timekeeper where there is one.</summary>
    public IStatementSink Statements => Timekeeper is { } keeper ? new TimedSink(sink, Client, keeper) : sink;

    /// <summary>Is told what statements of migrations took; null for nobody.</summary>
    public ITimekeeper? Timekeeper { get; set; }

    /// <summary>What the database has, as this connection's transaction sees it.</summary>
    public ICatalogue Catalogue { get; }

    /// <summary>The lock of the run, once it is had; a commit makes sure that it still is.</summary>
    public IRunLock? Lock
    {
        get => sink.Lock;
        set => sink.Lock = value;
    }

    /// <summary>Whether rows can be rolled back, as it was found to be; null where it is to be asked.</summary>
    public RowsProtection? Rows { get; set; }

    /// <summary>Whether one that was opened to read is as good for a run: the driver was told nothing that one for a run is not. What an application gives is not looked into.</summary>
    public bool ServesRuns => Target.Connect is null && Client.ConnectionString(Target, readOnly: true) == Client.ConnectionString(Target, readOnly: false);

    /// <summary>The transaction that is open; null outside of one.</summary>
    public DbTransaction? Transaction { get; private set; }

    /// <exception cref="CairnException">The driver is missing (8001), or the database cannot be had (7003 – 7006).</exception>
    public static async Task<RunConnection> OpenAsync(
        DatabaseTarget target, bool readOnly, SessionLimits limits, IRunObserver observer, CancellationToken cancellationToken)
    {
        var client = DatabaseClients.For(target.Client);
        DbConnection? connection = null;
        try
        {
            connection = await TargetConnections.CreateAsync(client, target, readOnly, cancellationToken);
            await TargetConnections.OpenAsync(connection, cancellationToken);
            await client.PrepareAsync(connection, limits, cancellationToken);
        }
        catch (FileNotFoundException exception)
        {
            await DropAsync(connection);
            throw new CairnException(ErrorCodes.DriverBroken, $"The driver of {Refusal.DisplayName(client.Client)} lacks an assembly that it needs: {exception.Message}", exception)
            {
                Fix = $"Put that assembly beside the driver, or fetch both: dotnet cairn driver:add {client.DriverPackage}.",
            };
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or ArgumentException or TimeoutException)
        {
            await DropAsync(connection);
            throw ConnectionErrors.Describe(client, target, exception);
        }

        return new RunConnection(client, target, connection, limits, observer);
    }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        Client.LimitBegin(Inner, sink.Limits);
        if (Client.BeginStatements is { Count: > 0 } texts)
        {
            foreach (var text in texts)
            {
                sink.Ahead.Add(text, ofTransaction: true);
            }

            Transaction = new TextTransaction(Inner);
            return;
        }

        sink.Transaction = Transaction = await Inner.BeginTransactionAsync(cancellationToken);
    }

    /// <exception cref="CairnException">The run has lost its lock (CAIRN4010); the transaction is still open.</exception>
    public async Task CommitAsync()
    {
        if (!IsBegun)
        {
            await ForgetAsync();
            return;
        }

        if (Lock is not null)
        {
            await Lock.ConfirmAsync(sink.Transaction, CancellationToken.None);
        }

        await (Transaction is TextTransaction ? SendAloneAsync("COMMIT") : Transaction!.CommitAsync(CancellationToken.None));
        await ForgetAsync();
    }

    /// <summary>Runs statements of Cairn's own and commits: in one round trip where the driver can, and where no lease has to be looked at before the commit.</summary>
    /// <exception cref="CairnException">The run has lost its lock (CAIRN4010); the transaction is still open.</exception>
    public async Task CommitAsync(IReadOnlyList<OwnStatement> last)
    {
        var together = Transaction is TextTransaction ? !sink.IsWatched : sink.SendsTogether;
        if (!together || Lock is { MustConfirm: true })
        {
            await ExecuteAsync(last, CancellationToken.None);
            await CommitAsync();
            return;
        }

        if (last.Count > 0 || IsBegun)
        {
            await ExecuteAsync([.. last, new OwnStatement("COMMIT", [])], CancellationToken.None);
        }

        await ForgetAsync();
    }

    /// <summary>Statements that nobody waits for go with the next one, where that saves a round trip; otherwise at once.</summary>
    public async Task ExecuteAheadAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        if (Client.JoinsTexts)
        {
            foreach (var statement in statements)
            {
                sink.Ahead.Add(statement, ofTransaction: Transaction is not null);
            }
        }
        else if (statements.Count > 0)
        {
            await ExecuteAsync(string.Join("; ", statements), [], cancellationToken);
        }
    }

    /// <summary>Runs statements of Cairn's own, in one round trip where that can be.</summary>
    public async Task ExecuteAsync(IReadOnlyList<OwnStatement> statements, CancellationToken cancellationToken)
    {
        if (sink.SendsTogether && statements.Count > 1)
        {
            await SendTogetherAsync(statements, cancellationToken);
            return;
        }

        var inOrder = Client.JoinsTexts && !sink.SendsTogether && statements.Count > 1 && !sink.IsWatched ? [OwnStatement.Join(statements)] : statements;
        foreach (var statement in inOrder)
        {
            await ExecuteAsync(statement.Sql, statement.Arguments, cancellationToken);
        }
    }

    private async Task SendTogetherAsync(IReadOnlyList<OwnStatement> statements, CancellationToken cancellationToken)
    {
        try
        {
            await sink.ExecuteTogetherAsync(statements, cancellationToken);
        }
        catch (StatementOfBatchException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Cause);
        }
    }

    /// <summary>Rolls back; a connection that is gone has rolled back by itself.</summary>
    public async Task RollbackAsync()
    {
        if (Transaction is null)
        {
            return;
        }

        try
        {
            if (IsBegun)
            {
                await (Transaction is TextTransaction ? SendAloneAsync("ROLLBACK") : Transaction.RollbackAsync(CancellationToken.None));
            }
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // Told by the error that led here.
        }

        await ForgetAsync();
    }

    /// <summary>Runs a statement of Cairn's own; the number of rows changed.</summary>
    public async Task<int> ExecuteAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await using var command = Inner.CreateCommand();
        command.CommandText = sql;
        new OwnStatement(sql, arguments).AddParametersTo(command);
        return await sink.ExecuteOwnAsync(command, cancellationToken);
    }

    /// <summary>Runs a query of Cairn's own.</summary>
    public ValueTask<IReadOnlyList<CatalogueRow>> QueryAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken) =>
        sink.Catalogue.ReadAsync(sql, arguments, cancellationToken);

    /// <summary>Runs a query of Cairn's own; the row is only lent to what makes something of it.</summary>
    public ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, IReadOnlyList<object?> arguments, Func<CatalogueRow, T> make, CancellationToken cancellationToken)
        where T : class => sink.ReadAsync(sql, arguments, make, cancellationToken);

    public ValueTask DisposeAsync() => Inner.DisposeAsync();

    private static ValueTask DropAsync(DbConnection? connection) => connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Whether the database knows of the transaction: what begins it may wait for its first statement.</summary>
    private bool IsBegun => Transaction is not TextTransaction || !sink.Ahead.Has(Client.BeginStatements[^1]);

    /// <summary>Ends the transaction, whatever waits for its next statement, and also where the lock is lost.</summary>
    private async Task SendAloneAsync(string sql)
    {
        await using var command = Inner.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task ForgetAsync()
    {
        sink.Ahead.ClearTransaction();
        await Transaction!.DisposeAsync();
        sink.Transaction = Transaction = null;
    }
}
