using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Nothing that a script said is lost, awaited or not, and it runs in the written order.</summary>
public sealed class QueueTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_forgotten_await_loses_nothing(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-careless.csx",
            """
            void Up(Db db)
            {
                db.Schema.CreateTable("notes", table =>
                {
                    table.Increments("id");
                    table.String("body", 50).NotNull();
                });
                db.Sql("insert into notes (body) values (@body)", new { body = "by sql" });
                db.Query("notes").InsertAsync(new { body = "by query" });
                db.BulkInsert("notes", new[] { new { body = "by load" } });
                db.Schema.AlterTable("notes", table => table.RenameColumn("body", "words"));
                db.Sql("insert into notes (words) values ('last')");
            }

            void Down(Db db)
            {
                db.Query("notes").DeleteAsync();
                db.Schema.DropTable("notes");
            }
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["by load", "by query", "by sql", "last"], await project.Database.RowsAsync("select words from notes order by words"));
        await project.DoAsync("migrate:down");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_statement_that_nobody_awaited_fails_the_migration_all_the_same(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        foreach (var careless in new[] { "db.Query(\"nowhere\").InsertAsync(new { a = 1 });", "db.Sql(\"delete from nowhere\");" })
        {
            project.Write("20260302A-careless.csx", Careless(careless));
            await project.RefuseAsync(1, ["error CAIRN3", "nowhere", "20260302A-careless.csx"], "migrate:latest");
        }

        // Where a change of the schema commits, the rows before it stay: they are told as done.
        project.Write("20260302A-careless.csx", Careless("db.Schema.DropTable(\"nowhere\");"));
        await project.StopAsync(["delete from things"], ["error CAIRN3", "nowhere", "20260302A-careless.csx"], "migrate:latest");
    }

    private static string Careless(string statement) => $"void Up(Db db)\n{{\n    db.Sql(\"delete from things\");\n    {statement}\n}}\n\nvoid Down(Db db) {{ }}\n";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_change_goes_down_by_what_it_said(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        var before = await project.Database.StateAsync();
        project.Write("20260302A-change.csx",
            """
            void Change(Db db)
            {
                db.Schema.CreateTable("tags", table =>
                {
                    table.Increments();
                    table.Integer("thing_id").NotNull().References("things").OnDelete("cascade");
                    table.String("label", 40).NotNull().Unique();
                });
                db.Schema.AlterTable("things", table =>
                {
                    table.Integer("rank").NotNull().Default(3).Index();
                    table.RenameColumn("name", "title");
                });
                db.Schema.AlterTable("tags", table => table.DropColumn("label", old => old.String("label", 40).NotNull().Default("")));
                db.Schema.Raw("insert into tags (thing_id) select id from things").Reverse("delete from tags");
            }
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["1 | one | 3"], await project.Database.RowsAsync("select t.thing_id, s.title, s.rank from tags t join things s on s.id = t.thing_id"));
        await project.DoAsync("migrate:down");
        Assert.Equal(before, await project.Database.StateAsync());
        await project.DoAsync("migrate:redo", "--steps", "1");
        await project.DoAsync("migrate:latest");
        Assert.Equal(1, await project.CountAsync("tags"));
    }
}
