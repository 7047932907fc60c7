using System.Data.Common;
using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// Says who holds the session's lock: no server tells since when a session has one, and its process only where performance_schema is on. The
/// note is believed while the session that holds the lock also holds a second one, of a name that only the note's writer knows; so a note that
/// a killed run left behind is never taken for the next holder's.
/// </summary>
/// <param name="connection">The holder's session, or that of somebody who asks.</param>
/// <param name="row">The note's row.</param>
internal sealed class MySqlHolderNote(DbConnection connection, MySqlLease row)
{
    private readonly string token = Guid.NewGuid().ToString();

    private bool written;

    /// <summary>Writes it. Where the user has not the right to, the lock is held all the same, and less is known of its holder.</summary>
    public async Task WriteAsync(Func<Exception, DatabaseFailure> classify, CancellationToken cancellationToken)
    {
        var here = LockHolder.Here();
        object[] holder = [token, here.Host, here.ProcessId, here.User, ProcessMark.Here];
        try
        {
            await connection.ScalarAsync("SELECT GET_LOCK(@p0, 0)", [token], cancellationToken);
            try
            {
                await connection.ExecuteAsync(row.Note, null, holder, cancellationToken);
            }
            catch (DbException exception) when (classify(exception) == DatabaseFailure.ObjectMissing)
            {
                await connection.ExecuteAsync(row.CreateTable, null, [], cancellationToken);
                await connection.ExecuteAsync(row.Note, null, holder, cancellationToken);
            }

            written = true;
        }
        catch (DbException)
        {
            // No right to write here, or no room: whatever it is that matters to the run, its own statements will say.
        }
    }

    /// <summary>Takes it away again; the second lock ends with the session.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (written)
        {
            written = false;
            await connection.ExecuteAsync(row.Remove, null, [token], cancellationToken);
            await connection.ScalarAsync("SELECT RELEASE_LOCK(@p0)", [token], cancellationToken);
        }
    }

    /// <summary>What the session's note says; null where it has none.</summary>
    public async Task<LockOwner?> FindAsync(long session, CancellationToken cancellationToken)
    {
        try
        {
            return await LeaseRow.FindIfThereAsync(connection, row, cancellationToken) is { Token: { } theirs } owner
                && await MySqlSessions.HolderAsync(connection, theirs, cancellationToken) == session
                    ? owner with { Kind = LockKind.Session, Session = session, Token = null, IsDead = false }
                    : null;
        }
        catch (DbException)
        {
            // No right to read it.
            return null;
        }
    }
}
