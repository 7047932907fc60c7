using System.Data.Common;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A session's advisory lock, taken by trying: a session that waits for one holds a snapshot, and CREATE INDEX CONCURRENTLY would wait
/// for that for ever. It is per database, and dies with the session.
/// </summary>
internal sealed class PostgresAdvisoryLock(DbConnection connection, string trackingTable) : IRunLock
{
    /// <summary>The same table has the same key, whether its schema was named or is the connection's own.</summary>
    private readonly string key = trackingTable.Contains('.', StringComparison.Ordinal)
        ? $"hashtextextended('cairn:{Escaped(trackingTable)}', 0)"
        : $"hashtextextended('cairn:' || current_schema() || '.{Escaped(trackingTable)}', 0)";

    private bool held;

    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        held = await ScalarAsync($"SELECT pg_try_advisory_lock({key})", cancellationToken) is true;
        return held;
    }

    public async Task<string?> HolderAsync(CancellationToken cancellationToken) => await ScalarAsync(
        $"""
        SELECT a.application_name || ' (server process ' || a.pid || ', user ' || a.usename || coalesce(', from ' || host(a.client_addr), '')
            || ') since ' || to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND ((l.classid::bigint << 32) | l.objid::bigint) = {key}
        LIMIT 1
        """,
        cancellationToken) as string;

    public async Task ReleaseAsync()
    {
        if (!held)
        {
            return;
        }

        held = false;
        try
        {
            await ScalarAsync($"SELECT pg_advisory_unlock({key})", CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    private static string Escaped(string name) => name.Replace("'", "''", StringComparison.Ordinal);

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
