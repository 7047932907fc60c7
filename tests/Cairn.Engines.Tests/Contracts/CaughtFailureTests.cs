using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What a script catches, what it forgets to await, and what it tries.</summary>
public sealed class CaughtFailureTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_failure_that_is_caught_fails_the_migration_all_the_same(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Up(
            """
                await db.Schema.CreateTable("things", table => table.Increments("id"));
                try { await db.Sql("update no_such_table set a = 1"); } catch (Exception) { }
                await db.Try(async () => await db.Sql("update no_other_table set a = 1"));
            """));
        await project.StopAsync(["create table things"], ["CAIRN3001", "no_such_table"], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_failure_that_is_tried_is_undone_and_the_rest_goes_on(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Up(
            """
                await db.Schema.CreateTable("things", table => table.Increments("id"));
                var error = await db.Try(async () =>
                {
                    await db.Sql("insert into things (id) values (7)");
                    await db.Sql("update no_such_table set a = 1");
                });
                db.Log("tried: " + error?.GetType().Name);
                await db.Sql("insert into things (id) values (8)");
            """));
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("tried: ");
        Assert.Equal(["8"], await project.Database.RowsAsync("select id from things"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_statement_that_is_not_awaited_fails_with_its_own_line(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(
            Scripts.Name,
            """
            void Up(Db db)
            {
                db.Schema.CreateTable("things", table => table.Increments("id"));
                db.Sql("update no_such_table set a = 1");
                db.Sql("insert into things (id) values (8)");
            }

            void Down(Db db)
            {
            }
            """);
        var result = await project.StopAsync(["create table things"], ["CAIRN3001", "no_such_table"], "migrate:latest");
        Assert.Matches(@"create-things\.csx\(4(,\d+)?\)", result.Errors);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_walk_with_an_or_ends(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Up(
            """
                await db.Schema.CreateTable("things", table => { table.Increments("id"); table.Integer("seen").NotNull().Default(0); });
                await db.BulkInsert("things", Enumerable.Range(1, 25).Select(id => new { id, seen = 0 }));
                var walked = await db.Batch("things", 4, async rows =>
                {
                    foreach (var row in rows)
                    {
                        await db.Query("things").Where("id", row["id"]).IncrementAsync("seen", 1);
                    }
                }, where: query => query.Where("id", "<", 6).OrWhere("id", ">", 20));
                db.Log("walked " + walked);
            """));
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("walked 10");
        Assert.Equal("10", await project.Database.ScalarAsync("select sum(seen) from things"));
    }
}
