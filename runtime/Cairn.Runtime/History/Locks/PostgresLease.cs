using System.Globalization;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// The lease on PostgreSQL. Some runs may come directly and hold the advisory lock, others through a pooler and hold the lease; so who takes
/// the lease must have the advisory lock for that moment, and who takes the advisory lock looks at the lease.
/// </summary>
/// <param name="dialect">Quotes names.</param>
/// <param name="trackingTable">The tracking table, as set.</param>
internal sealed class PostgresLease(Dialect dialect, string trackingTable) : LeaseStatements
{
    private static readonly string Expiry = string.Create(CultureInfo.InvariantCulture, $"clock_timestamp() + interval '{(int)Length.TotalSeconds} seconds'");

    private readonly PostgresLockName name = new(trackingTable);

    private readonly string table = dialect.Quote(TrackingTables.From(trackingTable).Lock);

    public override string CreateTable =>
        $"""
        CREATE TABLE IF NOT EXISTS {table} ("name" varchar(255) NOT NULL PRIMARY KEY, "token" varchar(36) NOT NULL, "host" varchar(255) NOT NULL,
            "process_id" integer NOT NULL, "user_name" varchar(255) NOT NULL, "process_mark" varchar(255) NOT NULL, "since" timestamptz NOT NULL,
            "heartbeat_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL)
        """;

    public override string TableExists => $"SELECT to_regclass('{table.Replace("'", "''", StringComparison.Ordinal)}') IS NOT NULL";

    public override string DoNotWait => "SET LOCAL lock_timeout = '200ms'";

    public override string Take =>
        $"""
        INSERT INTO {table} AS held (name, token, host, process_id, user_name, process_mark, since, heartbeat_at, expires_at)
        SELECT {name.Text}, @p0, @p1, @p2, @p3, @p4, clock_timestamp(), clock_timestamp(), {Expiry} WHERE pg_try_advisory_xact_lock({name.Key})
        ON CONFLICT (name) DO UPDATE SET token = excluded.token, host = excluded.host, process_id = excluded.process_id, user_name = excluded.user_name,
            process_mark = excluded.process_mark, since = excluded.since, heartbeat_at = excluded.heartbeat_at, expires_at = excluded.expires_at
        WHERE held.expires_at < clock_timestamp()
        """;

    public override string Renew => $"UPDATE {table} SET heartbeat_at = clock_timestamp(), expires_at = {Expiry} WHERE name = {name.Text} AND token = @p0";

    public override string Remove => $"DELETE FROM {table} WHERE name = {name.Text} AND token = @p0";

    public override string Find =>
        $"""
        SELECT token, host, process_id, user_name, since AT TIME ZONE 'UTC' AS since_utc, process_mark, expires_at < clock_timestamp() AS expired
        FROM {table} WHERE name = {name.Text}
        """;
}
