using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Sends something to the database so that it can be stopped: by the run's token, by the limit of time, and by the loss of the run's lock.</summary>
internal sealed class InterruptibleSending(DatabaseClient client, DbConnection connection, SessionLimits sessionLimits)
{
    /// <summary>The limits of the migration that runs.</summary>
    public SessionLimits Limits { get; set; } = sessionLimits;

    /// <summary>The lock of the run, once it is had: without it no more may be sent, and what is under way is stopped.</summary>
    public IRunLock? Lock { get; set; }

    /// <summary>A statement may take hours, and the lock may be lost meanwhile; outside a transaction nothing else would keep it from being done.</summary>
    public async Task<T> UnderLockAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        if (Lock is not { Lost: { CanBeCanceled: true } lost })
        {
            return await send(cancellationToken);
        }

        Lock.ThrowIfLost();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
        try
        {
            return await send(either.Token);
        }
        catch (Exception exception) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested && (IsDrivers(exception) || exception is OperationCanceledException))
        {
            throw LockErrors.Lost(exception);
        }
    }

    /// <summary>Sends it, and interrupts it where it is to end.</summary>
    public async Task<T> SendAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = client.TimesOutInProcess && Limits.Statement is { } longest ? new CancellationTokenSource(longest) : null;
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
        new(ErrorCodes.StatementTimeout, $"The statement took longer than {Duration.Format(Limits.Statement!.Value)}.", inner)
        {
            Fix = "Raise [Timeout(\"…\")] or --statement-timeout, or do the work in smaller steps (db.Batch).",
        };
}
