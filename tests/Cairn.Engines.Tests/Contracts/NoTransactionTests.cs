using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>[NoTransaction] runs what a transaction forbids, and what is recorded is what happened.</summary>
public sealed class NoTransactionTests(EngineServers servers)
{
    private const string Name = "20260302A-outside.csx";

    [Fact]
    public async Task An_index_is_built_concurrently()
    {
        await using var project = await WithThingsAsync(EngineNames.Postgres);
        const string Script = """
            async Task Up(Db db) => await db.Schema.AlterTable("things", table => table.Index("name").Concurrently());

            ATTRIBUTE
            async Task Down(Db db) => await db.Schema.AlterTable("things", table => table.DropIndexByName("things_name_index", concurrently: true));
            """;
        project.Write(Name, Script.Replace("ATTRIBUTE", "", StringComparison.Ordinal));
        (await project.RunAsync("migrate:latest")).ShouldBeAClearError().ShouldComplainOf("NoTransaction", Name);
        Assert.Equal(["20260301A"], await project.VersionsAsync());

        project.Write(Name, "[NoTransaction]\n" + Script.Replace("ATTRIBUTE", "[NoTransaction]", StringComparison.Ordinal));
        await project.DoAsync("migrate:latest");
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = 'things_name_index' and i.indisvalid"));
        await project.DoAsync("migrate:down");
        Assert.Equal("0", await project.Database.ScalarAsync("select count(*) from pg_class where relname = 'things_name_index'"));

        project.Workspace.Delete(Name);
        project.Write("20260302A-outside.sql", "-- cairn: no-transaction\n-- up\ncreate index concurrently by_name on things (name);\n-- down\ndrop index concurrently by_name;\n");
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:down");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_ran_before_the_failure_stays_and_the_version_is_not_recorded(string engine)
    {
        await using var project = await WithThingsAsync(engine);
        project.Write(Name, """
            [NoTransaction]
            async Task Up(Db db)
            {
                await db.Schema.CreateTable("half", table => table.Increments("id"));
                await db.Sql("insert into nowhere (id) values (1)");
            }

            void Down(Db db) { }
            """);
        var result = (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        result.ShouldComplainOf("CAIRN3001", "nowhere", Name);
        Assert.Equal(["half", "things"], await project.TablesAsync());
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from cairn_history where version = '20260302A' and error is not null"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Each_batch_commits_by_itself(string engine)
    {
        await using var project = await WithThingsAsync(engine);
        project.Write("20260301B-more.csx", Scripts.Up("""
                await db.BulkInsert("things", System.Linq.Enumerable.Range(0, 9).Select(i => new { name = "n" + i }));
            """));
        await project.DoAsync("migrate:latest");
        project.Write(Name, """
            [NoTransaction]
            async Task Up(Db db)
            {
                var batches = 0;
                await db.Batch("things", 4, async rows =>
                {
                    await db.Query("things").WhereIn("id", rows.Select(row => row["id"])).UpdateAsync(new { name = "seen" });
                    if (++batches == 3)
                    {
                        throw new Exception("in the third");
                    }
                });
            }

            void Down(Db db) { }
            """);
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldComplainOf("in the third");
        Assert.Equal("8", await project.Database.ScalarAsync("select count(*) from things where name = 'seen'"));
    }

    private async Task<Project> WithThingsAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        return project;
    }
}
