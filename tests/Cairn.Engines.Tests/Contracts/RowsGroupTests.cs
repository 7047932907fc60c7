using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Changes of rows that follow each other are all or nothing, also where a change of the schema commits.</summary>
public sealed class RowsGroupTests(EngineServers servers)
{
    private const string Name = "20260302A-rows.csx";

    private const string Marker = "half of the rows are changed";

    private const string Rows =
        """
            await db.Query("things").InsertAsync(new { name = "two" });
            await db.Sql("update things set name = 'first; --' where id = 1");
            await db.BulkInsert("things", new[] { new { name = "three" }, new { name = "four" } });
        """;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_migration_of_rows_that_fails_at_its_end_leaves_nothing(string engine)
    {
        await using var project = await WithThingsAsync(engine, Rows + "\n    await db.Sql(\"insert into missing (id) values (1)\");");
        (await project.RefuseAsync(1, ["CAIRN3001", "missing"], "migrate:latest")).ShouldComplainOf(
            EngineNames.IsTransactional(engine) ? "rolled back" : "Nothing of 20260302A was done");
        Assert.Equal(0, await project.CountAsync("cairn_journal"));

        // Nothing is half run: the text may change.
        project.Write(Name, Scripts.Up(Rows));
        await project.DoAsync("migrate:latest");
        Assert.Equal(["first; --", "two", "three", "four"], await project.Database.RowsAsync("select name from things order by id"));
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_migration_of_rows_that_is_killed_in_the_middle_leaves_nothing(string engine)
    {
        await using var project = await WithThingsAsync(engine, $$"""
            {{Rows}}
                db.Log("{{Marker}}");
                await Task.Delay(System.Threading.Timeout.Infinite);
            """);
        var state = await project.Database.StateAsync();
        await using (var run = CairnTool.Start(project.Workspace.Call("migrate:latest")))
        {
            await run.SeenAsync(Marker);
            run.Kill();
            await run.EndAsync(TimeSpan.FromSeconds(30));
        }

        // Another text is no change of a half run one.
        project.Write(Name, Scripts.Up("    await db.Sql(\"select 1\");"));
        await project.DoAsync("migrate:latest");
        Assert.Equal(state, await project.Database.StateAsync());
    }

    /// <summary>A change of the schema takes what came before it along; what comes after it is a group of its own.</summary>
    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task Rows_after_a_change_of_the_schema_are_done_again_and_those_before_are_not(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Query("things").InsertAsync(new { name = "before" });
                await db.Schema.CreateTable("marks", table => table.Increments("id"));
                await db.Query("things").InsertAsync(new { name = "after" });
                await db.Sql("insert into missing (id) values (1)");
            """);
        var error = (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN3001", "2. create table marks: done");
        Assert.DoesNotContain("3. ", error.Errors, StringComparison.Ordinal);
        Assert.Equal(["one", "before"], await project.Database.RowsAsync("select name from things order by id"));
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["one", "before", "after"], await project.Database.RowsAsync("select name from things order by id"));
        Assert.Equal(1, await project.CountAsync("missing"));
    }

    /// <summary>The server takes the whole transaction back for one statement: nobody may go on as if only that one were undone.</summary>
    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_deadlock_that_is_tried_is_not_forgiven(string engine)
    {
        await using var project = await WithThingsAsync(engine, $$"""
                await db.Query("things").InsertAsync(new { name = "mine" });
                await db.Sql("update things set name = 'mine' where id = 2");
                db.Log("{{Marker}}");
                var error = await db.Try(async () => await db.Sql("update things set name = 'mine' where id = 1"));
                await db.Query("things").InsertAsync(new { name = "mine, after " + error?.Message });
            """);
        await project.Database.ExecuteAsync("insert into things (id, name) values (2, 'two')");
        await using (var other = await project.Database.OpenAsync())
        await using (var run = CairnTool.Start(project.Workspace.Call("migrate:latest")))
        {
            // The one that has changed less is the victim.
            var many = string.Join(", ", Enumerable.Range(100, 500).Select(id => $"({id}, 'other')"));
            await ExecuteAsync(other, $"start transaction; insert into things (id, name) values {many}; update things set name = 'other' where id = 1");
            await run.SeenAsync(Marker);
            await ExecuteAsync(other, "update things set name = 'other' where id = 2; rollback");
            (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN3007", "rolled back all changes of rows", "Nothing of 20260302A was done");
        }

        Assert.Equal(["one", "two"], await project.Database.RowsAsync("select name from things order by id"));
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
        await project.DoAsync("migrate:latest");
        Assert.Equal("3", await project.Database.ScalarAsync("select count(*) from things where name = 'mine'"));
    }

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Project> WithThingsAsync(string engine, string up)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        return project.Write(Name, Scripts.Up(up));
    }
}
