using System.Globalization;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.History;

namespace Cairn.Runtime.Checks;

/// <summary>What is asked of one database system.</summary>
internal abstract class ServerChecks
{
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(60);

    protected ServerChecks(RunConnection connection) => Connection = connection;

    /// <summary>The oldest version that Cairn is tested on.</summary>
    public abstract Version Oldest { get; }

    protected RunConnection Connection { get; }

    /// <summary>The seconds since 1970, as <c>now</c>; null where the database has no clock of its own.</summary>
    protected abstract string? ClockSql { get; }

    public static ServerChecks For(RunConnection connection, TrackingTables tables) => connection.Client.Client switch
    {
        Client.Postgres => new PostgresChecks(connection, tables),
        Client.Sqlite => new SqliteChecks(connection),
        _ => new MySqlChecks(connection),
    };

    /// <summary>Whether the account may do what a run does.</summary>
    public abstract Task<CheckResult> RightsAsync(CancellationToken cancellationToken);

    /// <summary>Whether this machine and the server have one time.</summary>
    public async Task<CheckResult> ClockAsync(CancellationToken cancellationToken)
    {
        if (ClockSql is null)
        {
            return CheckResult.Ok("clock", Now(DateTimeOffset.UtcNow));
        }

        var before = DateTimeOffset.UtcNow;
        var row = (await Connection.QueryAsync(ClockSql, [], cancellationToken))[0];
        var after = DateTimeOffset.UtcNow;
        var server = DateTimeOffset.FromUnixTimeMilliseconds((long)(double.Parse(row.Text("now")!, CultureInfo.InvariantCulture) * 1000));
        var apart = server < before ? server - before : server > after ? server - after : TimeSpan.Zero;
        return apart.Duration() <= MostApart
            ? CheckResult.Ok("clock", Now(server))
            : CheckResult.Warn(
                "clock", string.Create(CultureInfo.InvariantCulture, $"the server's clock is {apart.Duration().TotalSeconds:0} s {(apart > TimeSpan.Zero ? "ahead of" : "behind")} this machine's"),
                "Set both by a time server: new versions and the history's times go by this machine's clock, leases by the server's.");
    }

    private static string Now(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
}
