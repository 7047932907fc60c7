using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.History.Locks;

/// <summary>The server's sessions on MySQL and MariaDB, one of which may hold the lock of that name.</summary>
/// <param name="connection">Where to ask.</param>
/// <param name="lockName">The lock.</param>
/// <param name="note">What its holder says of himself.</param>
internal sealed class MySqlSessions(DbConnection connection, string lockName, MySqlHolderNote note)
{
    /// <summary>
    /// The session that holds the lock, as its holder describes himself. Of one that does not, the server may know the process (performance_schema,
    /// off on MariaDB unless switched on) and the user (with the right to see others' sessions), but not since when it has the lock.
    /// </summary>
    public async Task<LockOwner?> FindAsync(CancellationToken cancellationToken)
    {
        if (await HolderAsync(cancellationToken) is not { } session)
        {
            return null;
        }

        if (await note.FindAsync(session, cancellationToken) is { } owner)
        {
            return owner;
        }

        var seen = await TryRowAsync("SELECT user, SUBSTRING_INDEX(host, ':', 1) FROM information_schema.processlist WHERE id = @p0", session, cancellationToken);
        var said = await TryRowAsync(
            "SELECT attr_value FROM performance_schema.session_connect_attrs WHERE processlist_id = @p0 AND attr_name = '_pid'", session, cancellationToken);
        int? process = int.TryParse(said is [string text] ? text.Trim() : null, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new LockOwner(LockKind.Session, seen?[1] as string, process, seen?[0] as string, Since: null) { Session = session };
    }

    /// <summary>Ends the session if it still holds the lock, and waits until the lock is free.</summary>
    public async Task<bool> EndAsync(long session, CancellationToken cancellationToken)
    {
        if (await HolderAsync(cancellationToken) == session)
        {
            await connection.ExecuteAsync($"KILL {session.ToString(CultureInfo.InvariantCulture)}", null, [], cancellationToken);
        }

        for (var asked = 0; asked < 100; asked++)
        {
            if (await HolderAsync(cancellationToken) != session)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        return false;
    }

    /// <summary>The session that holds a lock of that name; null where nobody does.</summary>
    public static async Task<long?> HolderAsync(DbConnection connection, string lockName, CancellationToken cancellationToken) =>
        await connection.ScalarAsync("SELECT IS_USED_LOCK(@p0)", [lockName], cancellationToken) is { } thread and not DBNull
            ? Convert.ToInt64(thread, CultureInfo.InvariantCulture)
            : null;

    private Task<long?> HolderAsync(CancellationToken cancellationToken) => HolderAsync(connection, lockName, cancellationToken);

    private async Task<object?[]?> TryRowAsync(string sql, long session, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.RowAsync(sql, [session], cancellationToken);
        }
        catch (DbException)
        {
            // No right to look there, or no such table.
            return null;
        }
    }
}
