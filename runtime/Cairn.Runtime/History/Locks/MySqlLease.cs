using System.Globalization;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// The row of <c>cairn_lock</c> on MySQL and MariaDB. Where GET_LOCK holds on one node of a cluster only, it is the lease; where GET_LOCK is the
/// lock, it says who holds that, and expires at once.
/// </summary>
/// <param name="dialect">Quotes names.</param>
/// <param name="trackingTable">The tracking table, as set.</param>
/// <param name="lockName">What the lock of this tracking table is called.</param>
internal sealed class MySqlLease(Dialect dialect, string trackingTable, string lockName) : LeaseStatements
{
    // Every moment is the server's own, to its microsecond, and in UTC whatever the session's time zone is.
    private const string Now = "UTC_TIMESTAMP(6)";

    private static readonly string Expiry = string.Create(CultureInfo.InvariantCulture, $"{Now} + INTERVAL {(int)Length.TotalSeconds} SECOND");

    private readonly string table = dialect.Quote(TrackingTables.From(trackingTable).Lock);

    private readonly string name = $"'{Escaped(lockName)}'";

    public override string CreateTable =>
        $"""
        CREATE TABLE IF NOT EXISTS {table} (`name` varchar(255) NOT NULL PRIMARY KEY, `token` varchar(36) NOT NULL, `host` varchar(255) NOT NULL,
            `process_id` int NOT NULL, `user_name` varchar(255) NOT NULL, `process_mark` varchar(255) NOT NULL, `since` datetime(6) NOT NULL,
            `heartbeat_at` datetime(6) NOT NULL, `expires_at` datetime(6) NOT NULL)
        """;

    public override string TableExists => $"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = {Schema} AND table_name = '{Escaped(Tables.Lock.Name)}'";

    public override string DoNotWait => "SET SESSION innodb_lock_wait_timeout = 1";

    /// <summary>An expired row is removed before, in the same transaction; of two nodes that insert at once the cluster lets one commit.</summary>
    public override string Take => $"INSERT IGNORE INTO {table} {Columns} VALUES ({name}, @p0, @p1, @p2, @p3, @p4, {Now}, {Now}, {Expiry})";

    public override string Renew => $"UPDATE {table} SET heartbeat_at = {Now}, expires_at = {Expiry} WHERE name = {name} AND token = @p0";

    public override string Remove => $"DELETE FROM {table} WHERE name = {name} AND token = @p0";

    public override string Find =>
        $"SELECT token, host, process_id, user_name, since AS since_utc, process_mark, expires_at < {Now} AS expired FROM {table} WHERE name = {name}";

    /// <summary>Says who holds the session's lock, in place of what an earlier holder said. The arguments are those of <see cref="Take"/>.</summary>
    public string Note => $"REPLACE INTO {table} {Columns} VALUES ({name}, @p0, @p1, @p2, @p3, @p4, {Now}, {Now}, {Now})";

    private static string Columns => "(`name`, `token`, `host`, `process_id`, `user_name`, `process_mark`, `since`, `heartbeat_at`, `expires_at`)";

    private TrackingTables Tables => TrackingTables.From(trackingTable);

    private string Schema => Tables.Lock.Schema is { } schema ? $"'{Escaped(schema)}'" : "DATABASE()";

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
}
