using Cairn.Runtime.History;

namespace Cairn.Runtime.BuiltIn;

/// <summary>The tracking table: exactly the three columns that Directus and CairnCMS have, so that theirs can be taken over.</summary>
[MigrationVersion("20261101ZA", "Create Tracking Table")]
internal sealed class CreateTrackingTable : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Tracking;
        await Db.SchemaOf(table).CreateTableIfNotExists(table.Name, columns =>
        {
            columns.String("version", 255).NotNull().Primary();
            columns.String("name", 255).NotNull();
            columns.Timestamp("timestamp").NotNull().DefaultToNow();
        });
    }

    public override async Task DownAsync(CancellationToken cancellationToken)
    {
        var table = TrackingTables.From(Db.Options.Table).Tracking;
        await Db.SchemaOf(table).DropTableIfExists(table.Name);
    }
}
