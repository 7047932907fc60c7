using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Checks;

/// <summary>MySQL and MariaDB: what the account was granted.</summary>
internal sealed class MySqlChecks(RunConnection connection) : ServerChecks(connection)
{
    /// <summary>Without these no run works.</summary>
    private static readonly string[] Needed = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "INDEX"];

    /// <summary>Without these some migrations do not.</summary>
    private static readonly string[] Usual = ["ALTER", "DROP", "REFERENCES"];

    /// <summary>With one of these an account writes to a server that is read-only for the others.</summary>
    private static readonly string[] Above = ["SUPER", "READ_ONLY ADMIN", "READ ONLY ADMIN", "CONNECTION_ADMIN"];

    public override Version Oldest => Connection.Client.Client == Client.MariaDb ? new Version(10, 6) : new Version(8, 0);

    protected override string ClockSql => "SELECT unix_timestamp(now(6)) AS `now`";

    public override async Task<CheckResult> RightsAsync(CancellationToken cancellationToken)
    {
        var row = (await Connection.QueryAsync("SELECT current_user() AS `who`, database() AS `db`, @@global.read_only AS `readonly`", [], cancellationToken))[0];
        var (who, database) = (row.Text("who")!, row.Text("db") ?? "");
        var lines = await Connection.QueryAsync("SHOW GRANTS", [], cancellationToken);
        var grants = new GrantList(lines.Select(line => line.Text(line.Columns.First()) ?? ""), database);
        if (row.Number("readonly") != 0 && !grants.HasAny(Above))
        {
            return CheckResult.Fail("rights", $"the server is read-only for {who}.", "Connect to the primary; a replica can only be read.");
        }

        var missing = Needed.Where(right => !grants.Has(right)).ToList();
        if (missing.Count > 0)
        {
            var text = $"{who} lacks {string.Join(", ", missing)} on {database}";
            var fix = $"GRANT {string.Join(", ", missing.Concat(Usual.Where(right => !grants.Has(right))))} ON `{database}`.* TO {who}.";
            return grants.HasRoles ? CheckResult.Warn("rights", $"{text}, unless a role of his has it.", fix) : CheckResult.Fail("rights", text + ".", fix);
        }

        var rest = Usual.Where(right => !grants.Has(right)).ToList();
        return rest.Count == 0
            ? CheckResult.Ok("rights", $"{who} may change tables and rows of {database}")
            : CheckResult.Warn("rights", $"{who} lacks {string.Join(", ", rest)} on {database}: migrations that need it will stop.", $"GRANT {string.Join(", ", rest)} ON `{database}`.* TO {who}.");
    }
}
