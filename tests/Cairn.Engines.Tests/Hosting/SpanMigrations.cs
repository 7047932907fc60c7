using SqlKata.Execution;

namespace Cairn.Engines.Tests.Hosting;

/// <summary>Statements of every kind; those of the builder that follow each other travel together where the driver can.</summary>
[MigrationVersion("20260501A", "Span Tables")]
public sealed class SpanTables : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        _ = Schema.CreateTable("span_a", table => table.String("name").NotNull().Default("hush-default"));
        _ = Schema.CreateTable("span_b", table => table.String("name"));
        _ = Schema.AlterTable("span_a", table => table.Integer("size"));
        await Db.Sql("insert into span_a (name, size) values ('hush-one', 1), ('hush-two', 2) /* hush */");
        _ = Schema.CreateTable("span_c", table => table.String("name"));
        await Db.Query("span_b").InsertAsync(new { name = "hush-three" }, cancellationToken: cancellationToken);
        await Db.Rows("select name from span_b where name <> 'hush'");
        await Db.BulkInsert("span_c", new[] { new { name = "hush-four" }, new { name = "hush-five" } });
        _ = Schema.CreateTable("span_d", table => table.String("name"));
        _ = Schema.CreateTable("span_e", table => table.String("name"));
    }
}

/// <summary>The third of four statements that travel together fails.</summary>
[MigrationVersion("20260501B", "Span Breaks")]
public sealed class SpanBreaks : Migration
{
    public override void Up()
    {
        foreach (var name in new[] { "span_a", "span_b", "span_a", "span_c" })
        {
            Schema.CreateTable(name, table => table.String("name").Default("hush"));
        }
    }
}
