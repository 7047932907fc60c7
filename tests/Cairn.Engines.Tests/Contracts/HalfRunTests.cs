using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What happens to a migration outside a transaction that stops half way: the next run goes on where it stopped, or it is taken back.</summary>
public sealed class HalfRunTests(EngineServers servers)
{
    private const string Name = "20260302A-half.csx";

    /// <summary>Stops at its fourth step until the table that it needs is there.</summary>
    private const string Half =
        """
        [NoTransaction]
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("first", table => { table.Increments("id"); table.String("name", 20); });
            await db.Query("first").InsertAsync(new { name = "once" });
            await db.Batch("things", 1, async rows => await db.Query("first").InsertAsync(new { name = "batch" }));
            await db.Sql("insert into missing (id) values (1)");
            await db.Schema.AlterTable("first", table => table.String("note", 20));
        }

        async Task Down(Db db) => await db.Schema.DropTable("first");
        """;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_next_run_goes_on_where_it_stopped(string engine)
    {
        await using var project = await StoppedAsync(engine, Half);
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["batch", "once"], await project.Database.RowsAsync("select name from first order by name"));
        Assert.Equal(1, await project.CountAsync("missing"));
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Its_steps_are_told_one_by_one(string engine)
    {
        await using var project = await StoppedAsync(engine, Half);
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf(
            "1. create table first: done", "2. ", "3. db.Batch over things: done", "missing");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_text_that_changed_meanwhile_is_refused(string engine)
    {
        await using var project = await StoppedAsync(engine, Half);
        project.Write(Name, Half.Replace("batch", "other", StringComparison.Ordinal));
        await project.RefuseAsync(1, ["CAIRN4005", "20260302A"], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_file_that_is_gone_meanwhile_is_not_taken_for_done(string engine)
    {
        await using var project = await StoppedAsync(engine, Half);
        File.Delete(Path.Combine(project.Workspace.Migrations, Name));
        await project.RefuseAsync(1, ["CAIRN4007", "20260302A"], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_changed_rows_cannot_be_taken_back(string engine)
    {
        await using var project = await StoppedAsync(engine, Half);
        await project.RefuseAsync(1, ["CAIRN4008", "changed rows"], "migrate:latest", "--undo-failed");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Operations_are_taken_back_and_the_mended_text_runs(string engine)
    {
        const string text =
            """
            [NoTransaction]
            async Task Up(Db db)
            {
                await db.Schema.CreateTable("first", table => { table.Increments("id"); table.String("name", 20); });
                await db.Schema.AlterTable("first", table => { table.String("note", 20); table.Index("name"); });
                await db.Sql("insert into missing (id) values (1)");
            }

            async Task Down(Db db) => await db.Schema.DropTable("first");
            """;
        await using var project = await StoppedAsync(engine, text);
        await project.DoAsync("migrate:latest", "--undo-failed");
        Assert.Equal(["things"], await project.TablesAsync());
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
        project.Write(Name, text.Replace("await db.Sql(\"insert into missing (id) values (1)\");", "", StringComparison.Ordinal));
        await project.DoAsync("migrate:latest");
        Assert.Equal(["first", "things"], await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_key_that_a_done_step_gave_is_given_again(string engine)
    {
        const string text =
            """
            [NoTransaction]
            async Task Up(Db db)
            {
                await db.Schema.CreateTable("parents", table => { table.Increments("id"); table.String("name", 20); });
                await db.Schema.CreateTable("children", table => { table.Increments("id"); table.Integer("parent_id"); });
                await db.Query("parents").InsertAsync(new { name = "other" });
                var id = await db.Query("parents").InsertGetIdAsync<long>(new { name = "one" });
                await db.Sql("insert into missing (id) values (1)");
                await db.Query("children").InsertAsync(new { parent_id = id });
            }

            async Task Down(Db db) { await db.Schema.DropTable("children"); await db.Schema.DropTable("parents"); }
            """;
        await using var project = await StoppedAsync(engine, text);
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["2"], await project.Database.RowsAsync("select parent_id from children"));
        Assert.Equal(2, await project.CountAsync("parents"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_journal_of_another_shape_is_not_taken_for_an_empty_one(string engine)
    {
        await using var project = await StoppedAsync(engine, Half);
        await project.Database.ExecuteAsync("alter table cairn_journal rename column description to words");
        await project.RefuseAsync(1, ["CAIRN4001", "cairn_journal"], "migrate:latest");
    }

    /// <summary>The first table is gone, the second never was: neither "done" nor "not done" is true, so the user is asked.</summary>
    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_refused_statement_that_may_have_done_a_part_is_asked_about(string engine)
    {
        const string text =
            """
            async Task Up(Db db)
            {
                await db.Schema.CreateTable("first", table => table.Increments("id"));
                await db.Sql("drop table first, missing");
            }

            void Down(Db db) { }
            """;
        await using var project = await StoppedAsync(engine, text);
        Assert.Equal("Started", await project.Database.ScalarAsync("select state from cairn_journal where position = 2"));
        await project.RefuseAsync(1, ["CAIRN4004", "drop table first, missing", "--resume done"], "migrate:latest");
        await project.DoAsync("migrate:latest", "--resume", "done");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_refused_statement_that_is_all_or_nothing_is_not_asked_about(string engine)
    {
        await using var project = await StoppedAsync(engine, Scripts.Up("    await db.Sql(\"drop table missing\");"));
        Assert.Equal("Failed", await project.Database.ScalarAsync("select state from cairn_journal where position = 1"));
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["things"], await project.TablesAsync());
    }

    private async Task<Project> StoppedAsync(string engine, string text)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Name, text);
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN3001", "missing");
        return project;
    }
}
