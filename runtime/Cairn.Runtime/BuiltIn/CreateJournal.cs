using Cairn.Runtime.History;

namespace Cairn.Runtime.BuiltIn;

/// <summary>The journal of the migration in progress, for statements that no transaction protects.</summary>
[MigrationVersion("20261101ZC", "Create Journal")]
internal sealed class CreateJournal : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Journal;
        await Db.SchemaOf(table).CreateTableIfNotExists(table.Name, columns =>
        {
            columns.String("tracking_table", 150).NotNull();
            columns.String("version", 255).NotNull();
            columns.String("direction", 4).NotNull();
            columns.Integer("position").NotNull();
            columns.String("kind", 20).NotNull();
            columns.Text("description").NotNull();
            columns.String("hash", 64).NotNull();
            columns.String("checksum", 64).NotNull();
            columns.String("state", 10).NotNull();
            columns.Integer("statements_done").NotNull();
            columns.Integer("affected").NotNull();
            columns.LongText("statements");
            columns.LongText("content");
            columns.String("before_hash", 64);
            columns.String("run_id", 36).NotNull();
            columns.Timestamp("started_at").NotNull();
            columns.Primary("tracking_table", "version", "direction", "position");
        });
    }

    public override async Task DownAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Journal;
        await Db.SchemaOf(table).DropTableIfExists(table.Name);
    }
}
