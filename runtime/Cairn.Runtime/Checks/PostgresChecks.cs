using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.History;

namespace Cairn.Runtime.Checks;

/// <summary>PostgreSQL: the catalogue knows what the account may do.</summary>
internal sealed class PostgresChecks(RunConnection connection, TrackingTables tables) : ServerChecks(connection)
{
    public override Version Oldest { get; } = new(13, 0);

    protected override string ClockSql => "SELECT extract(epoch FROM clock_timestamp())::float8 AS now";

    public override async Task<CheckResult> RightsAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT current_user::text AS who, s.name AS schema, n.oid IS NOT NULL AS found,
                coalesce(has_schema_privilege(n.oid, 'USAGE'), false) AS used, coalesce(has_schema_privilege(n.oid, 'CREATE'), false) AS created,
                pg_is_in_recovery() AS standby, current_setting('default_transaction_read_only') AS readonly
            FROM (SELECT coalesce(@p0::text, current_schema()::text) AS name) s LEFT JOIN pg_namespace n ON n.nspname = s.name
            """;
        var row = (await Connection.QueryAsync(Sql, [tables.Tracking.Schema], cancellationToken))[0];
        var (who, schema) = (row.Text("who"), row.Text("schema"));
        if (row.Flag("standby"))
        {
            return CheckResult.Fail("rights", "this server is a standby: it can only be read.", "Connect to the primary (target_session_attrs=primary).");
        }

        if (row.Text("readonly") == "on")
        {
            return CheckResult.Fail("rights", $"sessions of {who} are read-only here (default_transaction_read_only).", $"ALTER ROLE {who} SET default_transaction_read_only = off, or connect as another role.");
        }

        if (!row.Flag("found"))
        {
            return schema is null
                ? CheckResult.Fail("rights", "no schema of the search path exists, or may be used.", "Create one, or name one by search_path in the connection.")
                : CheckResult.Fail("rights", $"there is no schema {schema}.", $"CREATE SCHEMA {schema}.");
        }

        return !row.Flag("used") || !row.Flag("created")
            ? CheckResult.Fail("rights", $"{who} may not create tables in the schema {schema}.", $"GRANT USAGE, CREATE ON SCHEMA {schema} TO {who}.")
            : await OfTrackingTableAsync(who!, schema!, cancellationToken);
    }

    private async Task<CheckResult> OfTrackingTableAsync(string who, string schema, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT p.name AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) p(name)
            WHERE n.nspname = @p0 AND c.relname = @p1 AND NOT has_table_privilege(c.oid, p.name)
            """;
        var missing = (await Connection.QueryAsync(Sql, [schema, tables.Tracking.Name], cancellationToken)).Select(row => row.Text("name")!).ToList();
        return missing.Count == 0
            ? CheckResult.Ok("rights", $"{who} may create tables in the schema {schema}")
            : CheckResult.Fail(
                "rights", $"{who} lacks {string.Join(", ", missing)} on {schema}.{tables.Tracking.Name}.", $"GRANT {string.Join(", ", missing)} ON {schema}.{tables.Tracking.Name} TO {who}.");
    }
}
