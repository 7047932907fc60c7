using System.Data.Common;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A session's advisory lock, taken by trying: a session that waits for one holds a snapshot, and CREATE INDEX CONCURRENTLY would wait
/// for that for ever. It is per database, and dies with the session.
/// </summary>
/// <param name="connection">The run's connection, which reaches one session of the server.</param>
/// <param name="trackingTable">The tracking table, as set.</param>
/// <param name="lease">What a run that comes through a pooler holds instead.</param>
internal sealed class PostgresAdvisoryLock(DbConnection connection, string trackingTable, LeaseStatements lease) : IRunLock
{
    private readonly PostgresLockName name = new(trackingTable);
    private readonly PostgresSessions sessions = new(connection, trackingTable);
    private bool held;

    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        held = await connection.ScalarAsync($"SELECT pg_try_advisory_lock({name.Key})", [], cancellationToken) is true;
        if (held && !await LeaseIsFreeAsync(cancellationToken))
        {
            await ReleaseAsync();
        }

        return held;
    }

    public async Task<string?> HolderAsync(CancellationToken cancellationToken) => (await FindOwnerAsync(cancellationToken))?.ToString();

    public async Task ReleaseAsync()
    {
        if (!held)
        {
            return;
        }

        held = false;
        try
        {
            await connection.ScalarAsync($"SELECT pg_advisory_unlock({name.Key})", [], CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    public async Task<LockOwner?> FindOwnerAsync(CancellationToken cancellationToken) =>
        await sessions.FindAsync(cancellationToken) ?? await LeaseRow.FindIfThereAsync(connection, lease, cancellationToken);

    public async Task<bool> TakeAwayAsync(LockOwner owner, CancellationToken cancellationToken) => owner switch
    {
        { Session: { } session } => await sessions.EndAsync(session, cancellationToken),
        { Token: { } token } => await connection.ExecuteAsync(lease.Remove, null, [token], cancellationToken) >= 0,
        _ => false,
    };

    /// <summary>
    /// A dead lease is removed, so that a run that only slept finds it gone and does not commit. That waits for the transaction in which
    /// such a run may have made sure of its lease just now, so that what it commits is seen when the history is read.
    /// </summary>
    private async Task<bool> LeaseIsFreeAsync(CancellationToken cancellationToken)
    {
        var owner = await LeaseRow.FindIfThereAsync(connection, lease, cancellationToken);
        if (owner is { IsDead: true })
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                await connection.ExecuteAsync(lease.DoNotWait, transaction, [], cancellationToken);
                await connection.ExecuteAsync(lease.Remove, transaction, [owner.Token!], cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            catch (DbException exception) when (exception.SqlState == "55P03")
            {
                return false;
            }

            owner = await LeaseRow.FindIfThereAsync(connection, lease, cancellationToken);
        }

        return owner is null;
    }
}
