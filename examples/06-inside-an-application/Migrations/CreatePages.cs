using Cairn;

namespace Cms.Migrations;

[MigrationVersion("20260401A", "Create Pages")]
public sealed class CreatePages : Migration
{
    public override void Up() => Schema.CreateTable("pages", table =>
    {
        table.Increments("id");
        table.String("title").NotNull();
        table.Text("body").NotNull().Default("");
    });

    public override void Down() => Schema.DropTable("pages");
}
