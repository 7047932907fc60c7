using Cairn.Runtime.History;
using SqlKata.Execution;

namespace Cairn.Runtime.BuiltIn;

/// <summary>
/// The leases of runs for which a lock of their session means nothing; on MySQL and MariaDB also who holds the session's lock, in a row that
/// expires at once. The first of such runs makes the table itself, before the run comes to this.
/// </summary>
[MigrationVersion("20261101ZD", "Create Leases")]
[Client(Client.Postgres, Client.MySql, Client.MariaDb)]
internal sealed class CreateLeases : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Lock;
        await Db.SchemaOf(table).CreateTableIfNotExists(table.Name, columns =>
        {
            columns.String("name", 255).NotNull().Primary();
            columns.String("token", 36).NotNull();
            columns.String("host", 255).NotNull();
            columns.Integer("process_id").NotNull();
            columns.String("user_name", 255).NotNull();
            columns.String("process_mark", 255).NotNull();
            columns.Timestamp("since").NotNull();
            columns.Timestamp("heartbeat_at").NotNull();
            columns.Timestamp("expires_at").NotNull();
        });
    }

    /// <summary>The run that rolls this back may itself hold a lease, without which it would not commit; then the table stays, and Up finds it.</summary>
    public override async Task DownAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Lock;
        var leases = Db.Query(table.ToString()).WhereColumns("expires_at", ">", "heartbeat_at");
        if (await leases.CountAsync<long>(cancellationToken: cancellationToken) == 0)
        {
            await Db.SchemaOf(table).DropTableIfExists(table.Name);
        }
    }
}
