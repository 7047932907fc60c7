using Cairn.Runtime.History;

namespace Cairn.Runtime.BuiltIn;

/// <summary>The tracking table: exactly the three columns that Directus and CairnCMS have, so that theirs can be taken over.</summary>
[MigrationVersion("20261101ZA", "Create Tracking Table")]
internal sealed class CreateTrackingTable : Migration
{
    public override void Up()
    {
        var table = TrackingTables.From(Db.Options.Table).Tracking;
        Db.Schema.InSchema(table.Schema).CreateTableIfNotExists(table.Name, columns =>
        {
            columns.String("version", 255).NotNull().Primary();
            columns.String("name", 255).NotNull();
            columns.Timestamp("timestamp").NotNull().DefaultToNow();
        });
    }

    public override void Down()
    {
        var table = TrackingTables.From(Db.Options.Table).Tracking;
        Db.Schema.InSchema(table.Schema).DropTableIfExists(table.Name);
    }
}
