using System.Data.Common;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>
/// Settings on which the printed texts depend: a default of <c>timestamptz</c> is printed in the session's time zone. They are the same for every reading, and given back after it. The search
/// path stays the session's. Compiling such queries (<c>jit</c>) takes longer than running them.
/// </summary>
internal static class PostgresSettings
{
    private const string Fix = """
        WITH wanted(name, value) AS (VALUES ('TimeZone', 'UTC'), ('DateStyle', 'ISO, MDY'), ('IntervalStyle', 'postgres'), ('extra_float_digits', '1'), ('bytea_output', 'hex'),
          ('xmlbinary', 'base64'), ('quote_all_identifiers', 'off'), ('jit', 'off')),
        before AS MATERIALIZED (SELECT name, value, current_setting(name) AS was FROM wanted WHERE current_setting(name) <> value),
        changed AS MATERIALIZED (SELECT name, was, set_config(name, value, false) AS now FROM before)
        SELECT current_setting('server_version') AS version, current_setting('server_version_num')::integer / 10000 AS major,
          (SELECT json_agg(json_build_array(name, was, now))::text FROM changed) AS changed
        """;

    private const string Restore = "SELECT set_config(e.value ->> 0, e.value ->> 1, false) AS now FROM json_array_elements(CAST(@p0 AS json)) e";

    /// <summary>Sets them.</summary>
    public static async ValueTask<Fixed> FixAsync(ICatalogueConnection connection, CancellationToken cancellationToken)
    {
        var row = (await connection.ReadAsync(Fix, [], cancellationToken))[0];
        return new Fixed(row.Text("version")!, (int)row.Number("major"), row.Text("changed"));
    }

    /// <summary>What was found.</summary>
    /// <param name="Version">The server's version, as <c>15.18 (Debian …)</c>.</param>
    /// <param name="Major">Its first number.</param>
    /// <param name="Changed">The settings that were others, with their values, as JSON; null where there were none.</param>
    internal sealed record Fixed(string Version, int Major, string? Changed)
    {
        /// <summary>Gives the session its settings back.</summary>
        public async ValueTask RestoreAsync(ICatalogueConnection connection, CancellationToken cancellationToken)
        {
            if (Changed is not null)
            {
                await connection.ReadAsync(Restore, [Changed], cancellationToken);
            }
        }

        /// <summary>Gives the session its settings back after a failure, where it still takes statements: in a transaction that failed, the end of it does.</summary>
        public async ValueTask TryRestoreAsync(ICatalogueConnection connection)
        {
            try
            {
                await RestoreAsync(connection, CancellationToken.None);
            }
            catch (DbException)
            {
                // What is to be told is the failure before.
            }
            catch (InvalidOperationException)
            {
                // The connection is closed.
            }
        }
    }
}
