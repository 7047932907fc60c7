using SqlKata.Execution;

namespace Cairn.Tests.Telemetry;

[MigrationVersion("20260501A", "Create Traced")]
public sealed class CreateTraced : Migration
{
    public override void Up() => Schema.CreateTable("traced", table =>
    {
        table.Increments("id");
        table.String("name").NotNull().Default("hush-default");
        table.Unique("name");
    });

    public override void Down() => Schema.DropTable("traced");
}

[MigrationVersion("20260501B", "Fill Traced")]
public sealed class FillTraced : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        await Db.Sql("insert into traced (name) values ('hush-one'), ('hush-two') /* hush-comment */");
        await Db.Query("traced").InsertAsync(new { name = "hush-three" }, cancellationToken: cancellationToken);
        await Db.Rows("select id from traced where name = 'hush-one'");
        await Db.BulkInsert("traced", Enumerable.Range(0, 1200).Select(number => new { name = $"hush-{number}" }));
    }

    public override void Down() => AddSql("delete from traced");
}

[MigrationVersion("20260501C", "Break Traced")]
public sealed class BreakTraced : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        foreach (var number in Enumerable.Range(0, 5))
        {
            await Db.Sql($"insert into traced (name) values ('hush-many-{number}')");
        }

        await Db.Sql("insert into traced (name) values ('hush-one')");
    }
}
