using Cairn.Runtime.History;

namespace Cairn.Runtime.BuiltIn;

/// <summary>The append-only log of every up, down, mark and failure.</summary>
[MigrationVersion("20261101ZB", "Create History Log")]
internal sealed class CreateHistoryLog : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Log;
        await Db.SchemaOf(table).CreateTableIfNotExists(table.Name, columns =>
        {
            columns.BigIncrements("id");
            columns.String("tracking_table", 255).NotNull();
            columns.String("run_id", 36).NotNull();
            columns.BigInteger("batch");
            columns.String("version", 255).NotNull();
            columns.String("name", 255).NotNull();
            columns.String("source", 20).NotNull();
            columns.String("format", 20).NotNull();
            columns.String("direction", 4).NotNull();
            columns.String("outcome", 20).NotNull();
            columns.Timestamp("started_at").NotNull();
            columns.Double("duration_ms");
            columns.String("checksum", 64);
            columns.Integer("checksum_algorithm");
            columns.Text("error");
            columns.String("tool_version", 100).NotNull();
            columns.String("host", 255).NotNull();
            columns.String("user_name", 255).NotNull();
            columns.LongText("source_text");
            columns.Index("tracking_table", "version", "id");
        });
    }

    public override async Task DownAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Log;
        await Db.SchemaOf(table).DropTableIfExists(table.Name);
    }
}
