using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>
/// Which locks a migration takes on PostgreSQL. After each of its statements its own session is asked what it holds: a lock is kept to the end of the
/// transaction, so nothing is missed, and the statement after which a lock is first seen is the one that took it.
/// </summary>
/// <param name="tables">The tables that were there before, by their oid.</param>
internal sealed class LockWatch(IReadOnlyDictionary<long, string> tables)
{
    private const string Query =
        "SELECT relation::bigint, mode FROM pg_locks WHERE locktype = 'relation' AND granted AND pid = pg_backend_pid() "
        + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    /// <summary>From the weakest to the strongest.</summary>
    private static readonly string[] Modes =
    [
        "AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock",
    ];

    private readonly Dictionary<(long Table, string Mode), long> since = [];
    private long ended;

    /// <summary>Whether statements ran outside a transaction, whose locks are gone when they end.</summary>
    public bool MissedSome { get; private set; }

    public void Begin()
    {
        since.Clear();
        (ended, MissedSome) = (0, false);
    }

    public async Task LookAsync(SentStatement statement, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        if (transaction is null)
        {
            MissedSome = true;
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            since.TryAdd((Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), reader.GetString(1)), statement.Started);
        }
    }

    /// <summary>The transaction is over.</summary>
    public void End() => ended = Stopwatch.GetTimestamp();

    /// <summary>The strongest lock on each table, the strongest first.</summary>
    public IReadOnlyList<LockTaken> Taken() =>
    [
        .. since.Where(entry => tables.ContainsKey(entry.Key.Table))
            .GroupBy(entry => entry.Key.Table)
            .Select(group => group.MaxBy(entry => Array.IndexOf(Modes, entry.Key.Mode)))
            .OrderByDescending(entry => Array.IndexOf(Modes, entry.Key.Mode)).ThenBy(entry => tables[entry.Key.Table], StringComparer.Ordinal)
            .Select(entry => new LockTaken(tables[entry.Key.Table], entry.Key.Mode, Stopwatch.GetElapsedTime(entry.Value, ended == 0 ? Stopwatch.GetTimestamp() : ended))),
    ];
}
