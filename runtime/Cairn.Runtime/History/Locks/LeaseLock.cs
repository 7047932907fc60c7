using System.Data.Common;
using System.Globalization;
using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A lease: a row with an owner and an expiry, renewed on a connection of its own. For where a session's lock means nothing, since the
/// server's sessions are shared (a pooler in transaction mode). A run that lost it finds that out before its next commit, and stops the
/// statement that is under way when a renewal fails.
/// </summary>
/// <param name="statements">What the database is asked.</param>
/// <param name="connection">The run's connection.</param>
/// <param name="open">Opens another one, for the renewals.</param>
/// <param name="classify">What an error of the driver means.</param>
/// <param name="direct">The lock of runs that need no lease; its owner is told, too.</param>
internal sealed class LeaseLock(
    LeaseStatements statements, DbConnection connection, Func<CancellationToken, Task<DbConnection>> open, Func<Exception, DatabaseFailure> classify,
    IRunLock direct) : IRunLock
{
    private readonly string token = Guid.NewGuid().ToString();
    private LeaseHeartbeat? heartbeat;

    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        await RequireTableAsync(cancellationToken);
        var row = await LeaseRow.FindAsync(connection, statements, cancellationToken);
        if (row is { IsDead: false })
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(statements.DoNotWait, transaction, [], cancellationToken);
            if (row is not null)
            {
                // Of a process that is gone from this machine, or expired. Waits for the end of its last transaction, not for its expiry.
                await connection.ExecuteAsync(statements.Remove, transaction, [row.Token!], cancellationToken);
            }

            var here = LockHolder.Here();
            object[] owner = [token, here.Host, here.ProcessId, here.User, ProcessMark.Here];
            var taken = await connection.ExecuteAsync(statements.Take, transaction, owner, cancellationToken) == 1;
            await transaction.CommitAsync(cancellationToken);
            heartbeat = taken ? new LeaseHeartbeat(statements, token, open) : null;
            return taken;
        }
        catch (DbException exception) when (classify(exception) is DatabaseFailure.LockTimeout or DatabaseFailure.Deadlock)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return false;
        }
    }

    public async Task<string?> HolderAsync(CancellationToken cancellationToken) => (await FindOwnerAsync(cancellationToken))?.ToString();

    public CancellationToken Lost => heartbeat?.Lost ?? CancellationToken.None;

    public void ThrowIfLost()
    {
        if (Lost.IsCancellationRequested)
        {
            throw LockErrors.Lost();
        }
    }

    public bool MustConfirm => true;

    public async Task ConfirmAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        // The clock does not decide here: while the row has our token nobody else has the lease, and nobody can take it from this statement to the commit.
        if (heartbeat is not null && await connection.ExecuteAsync(statements.Renew, transaction, [token], cancellationToken) != 1)
        {
            throw LockErrors.Lost();
        }
    }

    public async Task ReleaseAsync()
    {
        if (heartbeat is null)
        {
            return;
        }

        await heartbeat.DisposeAsync();
        heartbeat = null;
        if (!await TryRemoveAsync(connection))
        {
            await TryRemoveElsewhereAsync();
        }
    }

    public async Task<LockOwner?> FindOwnerAsync(CancellationToken cancellationToken) =>
        await direct.FindOwnerAsync(cancellationToken) ?? await LeaseRow.FindIfThereAsync(connection, statements, cancellationToken);

    public async Task<bool> TakeAwayAsync(LockOwner owner, CancellationToken cancellationToken) => owner.Token is { } theirs
        ? await connection.ExecuteAsync(statements.Remove, null, [theirs], cancellationToken) >= 0
        : await direct.TakeAwayAsync(owner, cancellationToken);

    /// <summary>The first run finds no table: Cairn's own migrations, which make it, run under the lock.</summary>
    private async Task RequireTableAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await LeaseRow.HasTableAsync(connection, statements, cancellationToken); attempt++)
        {
            try
            {
                await connection.ExecuteAsync(statements.CreateTable, null, [], cancellationToken);
            }
            catch (DbException) when (attempt < 3)
            {
                // Two that create it at once: IF NOT EXISTS does not keep one of them from failing.
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }

    private async Task<bool> TryRemoveAsync(DbConnection through)
    {
        try
        {
            await through.ExecuteAsync(statements.Remove, null, [token], CancellationToken.None);
            return true;
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    /// <summary>The run's own connection may be what was lost. Where this fails, too, the lease expires by itself.</summary>
    private async Task TryRemoveElsewhereAsync()
    {
        try
        {
            await using var other = await open(CancellationToken.None);
            await TryRemoveAsync(other);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // Nobody answers.
        }
    }
}

/// <summary>Reads the lease's row.</summary>
internal static class LeaseRow
{
    /// <summary>Whether there is a table of leases.</summary>
    public static async Task<bool> HasTableAsync(DbConnection connection, LeaseStatements statements, CancellationToken cancellationToken) =>
        Convert.ToBoolean(await connection.ScalarAsync(statements.TableExists, [], cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>Null where there is no row, or no table.</summary>
    public static async Task<LockOwner?> FindIfThereAsync(DbConnection connection, LeaseStatements statements, CancellationToken cancellationToken) =>
        await HasTableAsync(connection, statements, cancellationToken) ? await FindAsync(connection, statements, cancellationToken) : null;

    /// <summary>Null where there is no row.</summary>
    public static async Task<LockOwner?> FindAsync(DbConnection connection, LeaseStatements statements, CancellationToken cancellationToken)
    {
        if (await connection.RowAsync(statements.Find, [], cancellationToken) is not [var token, var host, var process, var user, var since, var mark, var expired])
        {
            return null;
        }

        var moment = new DateTimeOffset(DateTime.SpecifyKind((DateTime)since!, DateTimeKind.Utc));
        return new LockOwner(LockKind.Lease, (string)host!, Convert.ToInt32(process, CultureInfo.InvariantCulture), (string)user!, moment)
        {
            Token = (string)token!,
            IsDead = Convert.ToBoolean(expired, CultureInfo.InvariantCulture) || ProcessMark.IsGone((string?)mark),
        };
    }
}
