using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>
/// The journal's entry of a change of the schema goes in front of the change, in the same text, and that it was done is written with what comes next: neither may say more or
/// less than what the database has.
/// </summary>
public sealed class StepEntryTests(EngineServers servers)
{
    private const string Name = "20260302A-steps.csx";

    private const string Marker = "the table is there";

    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_change_that_is_refused_is_told_as_not_done(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Schema.CreateTable("first", table => table.Increments("id"));
                await db.Schema.CreateTable("things", table => table.Increments("id"));
            """);
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf(
            "CAIRN3001", "1. create table first: done", "2. create table things: not done, the database refused it");
        Assert.Equal(["Done", "Failed"], await project.Database.RowsAsync("select state from cairn_journal order by position"));
        await project.Database.ExecuteAsync("drop table things");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["first", "things"], await project.TablesAsync());
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
    }

    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_change_whose_entry_cannot_be_written_is_not_made(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Schema.CreateTable("first", table => table.Increments("id"));
            """);
        await project.Database.ExecuteAsync("create trigger no_entries before insert on cairn_journal for each row signal sqlstate '45000' set message_text = 'no entries today'");
        await project.RefuseAsync(1, ["CAIRN3001", "no entries today"], "migrate:latest");
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
        await project.Database.ExecuteAsync("drop trigger no_entries");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["first", "things"], await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Rows_are_counted_as_the_statement_changed_them(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Schema.CreateTable("counts", table => { table.Increments("id"); table.Integer("rows_changed"); });
                var first = await db.Query("things").InsertAsync(new { name = "two" });
                var second = await db.Query("things").UpdateAsync(new { name = "all" });
                await db.Schema.AlterTable("counts", table => table.String("note", 20).Nullable());
                var third = await db.Sql("delete from things");
                var fourth = await db.Query("counts").InsertAsync(new[] { "rows_changed" }, new[] { new object[] { first }, new object[] { second }, new object[] { third } });
                await db.Query("counts").InsertAsync(new { rows_changed = fourth });
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["1", "2", "2", "3"], await project.Database.RowsAsync("select rows_changed from counts order by id"));
    }

    /// <summary>Nothing says that it was done: the catalogue does.</summary>
    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_run_that_is_killed_after_the_change_does_not_make_it_again(string engine)
    {
        await using var project = await KilledAsync(engine);
        Assert.Equal(["Started"], await project.Database.RowsAsync("select state from cairn_journal"));
        await File.WriteAllTextAsync(Go(project), "", TestContext.Current.CancellationToken);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["first", "things"], await project.TablesAsync());
        Assert.Equal(["one"], await project.Database.RowsAsync("select name from first"));
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
    }

    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_change_that_a_killed_run_made_is_taken_back(string engine)
    {
        await using var project = await KilledAsync(engine);
        await File.WriteAllTextAsync(Go(project), "", TestContext.Current.CancellationToken);
        await project.DoAsync("migrate:latest", "--undo-failed");
        Assert.Equal(["things"], await project.TablesAsync());
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
    }

    /// <summary>Killed after a table was made, and before anything else was sent.</summary>
    private async Task<Project> KilledAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write(Name, Scripts.Up($$"""
                await db.Schema.CreateTable("first", table => { table.Increments("id"); table.String("name", 20); });
                db.Log("{{Marker}}");
                if (!System.IO.File.Exists(@"{{Go(project)}}"))
                {
                    await Task.Delay(System.Threading.Timeout.Infinite);
                }

                await db.Query("first").InsertAsync(new { name = "one" });
            """).Replace("void Down(Db db)\n{\n}", "async Task Down(Db db) => await db.Schema.DropTable(\"first\");", StringComparison.Ordinal));
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await run.SeenAsync(Marker);
        run.Kill();
        await run.EndAsync(TimeSpan.FromSeconds(30));
        return project;
    }

    private static string Go(Project project) => Path.Combine(project.Workspace.Folder, "go");

    private async Task<Project> WithThingsAsync(string engine, string body)
    {
        var project = await Project.NewAsync(servers, engine);
        await project.Write(Scripts.Name, Scripts.Good).DoAsync("migrate:latest");
        return project.Write(Name, Scripts.Up(body));
    }
}
