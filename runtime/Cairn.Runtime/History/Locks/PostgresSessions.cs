using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.History.Locks;

/// <summary>The server's sessions, one of which may hold the advisory lock.</summary>
/// <param name="connection">Where to ask.</param>
/// <param name="trackingTable">The tracking table, as set.</param>
internal sealed partial class PostgresSessions(DbConnection connection, string trackingTable)
{
    private readonly PostgresLockName name = new(trackingTable);

    private string Holders =>
        $"""
        pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND ((l.classid::bigint << 32) | l.objid::bigint) = {name.Key}
        """;

    /// <summary>The session that holds the lock; its process is known where it is one of Cairn's.</summary>
    public async Task<LockOwner?> FindAsync(CancellationToken cancellationToken)
    {
        var row = await connection.RowAsync(
            $"SELECT a.pid, a.application_name, a.usename::text, host(a.client_addr), a.backend_start AT TIME ZONE 'UTC' FROM {Holders} LIMIT 1", [], cancellationToken);
        if (row is not [var session, var application, var user, var address, var since])
        {
            return null;
        }

        var ours = Application().Match(application as string ?? "");
        var moment = since is DateTime time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : (DateTimeOffset?)null;
        return new LockOwner(
            LockKind.Session,
            ours.Success ? ours.Groups["host"].Value : address as string,
            ours.Success ? int.Parse(ours.Groups["process"].Value, CultureInfo.InvariantCulture) : null,
            user as string,
            moment)
        {
            Session = Convert.ToInt64(session, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Ends the session if it still holds the lock, and waits until the lock is free.</summary>
    public async Task<bool> EndAsync(long session, CancellationToken cancellationToken)
    {
        var number = session.ToString(CultureInfo.InvariantCulture);
        await connection.ScalarAsync($"SELECT pg_terminate_backend(a.pid) FROM {Holders} AND a.pid = {number}", [], cancellationToken);
        for (var asked = 0; asked < 100; asked++)
        {
            if (await connection.ScalarAsync($"SELECT 1 FROM {Holders} AND a.pid = {number}", [], cancellationToken) is null)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        return false;
    }

    [GeneratedRegex(@"^cairn (?<process>\d+) on (?<host>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Application();
}
