using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Execution;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Sends every statement to the database.</summary>
internal sealed class ExecutingSink(DatabaseClient client, DbConnection connection, SessionLimits sessionLimits, IRunObserver observer) : IStatementSink
{
    private SessionLimits limits = sessionLimits;

    public ICatalogueConnection Catalogue { get; } = new CatalogueConnection(client, connection, sessionLimits);

    /// <summary>The limits of the migration that runs.</summary>
    public SessionLimits Limits
    {
        get => limits;
        set => limits = value;
    }

    /// <summary>Called before every statement; throws where no more may be sent.</summary>
    public Action? BeforeSending { get; set; }

    /// <summary>Stands beside every statement; null where nobody does.</summary>
    public IStatementProbe? Probe { get; set; }

    /// <summary>The transaction that commands join.</summary>
    public DbTransaction? Transaction
    {
        get => ((CatalogueConnection)Catalogue).Transaction;
        set => ((CatalogueConnection)Catalogue).Transaction = value;
    }

    public async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        Probe?.Sending(command.CommandText);
        var started = Stopwatch.GetTimestamp();
        var rows = await SendAsync(command, command.ExecuteNonQueryAsync, cancellationToken);
        await ToldAsync(command.CommandText, Math.Max(0, rows), started, cancellationToken);
        return rows;
    }

    /// <summary>Sends a statement that is no migration's: a record, a limit, a mark. No probe sees it.</summary>
    public Task<int> ExecuteOwnAsync(DbCommand command, CancellationToken cancellationToken) =>
        SendAsync(command, command.ExecuteNonQueryAsync, cancellationToken);

    public Task<DbDataReader> ReadAsync(DbCommand command, CommandBehavior behavior, CancellationToken cancellationToken)
    {
        Probe?.Sending(command.CommandText);
        return SendAsync(command, token => command.ExecuteReaderAsync(behavior, token), cancellationToken);
    }

    public async Task<long> BulkLoadAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        if (!client.HasBulkLoad)
        {
            return await InsertLoad.LoadAsync(load, client.Dialect, connection.CreateCommand, command => ExecuteAsync(command, cancellationToken));
        }

        var text = $"COPY {client.Dialect.Quote(load.Table)} ({string.Join(", ", load.Columns.Select(client.Dialect.Quote))}) FROM STDIN";
        Probe?.Sending(text);
        var started = Stopwatch.GetTimestamp();
        var rows = await client.BulkLoadAsync(connection, load, cancellationToken);
        await ToldAsync(text, rows, started, cancellationToken);
        return rows;
    }

    public bool FirstBatchIsEnough() => false;

    private Task ToldAsync(string sql, long rows, long started, CancellationToken cancellationToken) =>
        Probe?.SentAsync(new SentStatement(sql, rows, started), connection, Transaction, cancellationToken) ?? Task.CompletedTask;

    private async Task<T> SendAsync<T>(DbCommand command, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        command.Transaction = Transaction;
        BeforeSending?.Invoke();
        client.Adjust(command, limits);
        observer.Statement(command.CommandText);
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = client.TimesOutInProcess && limits.Statement is { } longest ? new CancellationTokenSource(longest) : null;
        await using var interrupt = cancellationToken.Register(() => client.Interrupt(connection));
        await using var timeout = (deadline?.Token ?? default).Register(() => client.Interrupt(connection));
        try
        {
            var result = await send(client.CancelsByInterrupt ? CancellationToken.None : cancellationToken);
            if (deadline is { IsCancellationRequested: true })
            {
                // Some statements end without an error when they are interrupted, as if they were done.
                await DisposeAsync(result);
                throw TookTooLong(inner: null);
            }

            // MySql.Data gives no reader for a statement that was interrupted, and falls over itself where it needs one.
            return result is null && cancellationToken.IsCancellationRequested ? throw new OperationCanceledException(cancellationToken) : result;
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && IsDrivers(exception))
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (deadline is { IsCancellationRequested: true } && IsDrivers(exception))
        {
            throw TookTooLong(exception);
        }
    }

    private static bool IsDrivers(Exception exception) => exception is DbException or NullReferenceException or InvalidOperationException;

    private static ValueTask DisposeAsync<T>(T result) => result is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private CairnException TookTooLong(Exception? inner) =>
        new(ErrorCodes.StatementTimeout, $"The statement took longer than {Duration.Format(limits.Statement!.Value)}.", inner)
        {
            Fix = "Raise [Timeout(\"…\")] or --statement-timeout, or do the work in smaller steps (db.Batch).",
        };
}
