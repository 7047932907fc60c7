using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Ctrl+C and SIGTERM in the middle of a long statement.</summary>
public sealed class CancellationTests(EngineServers servers)
{
    private const string Marker = "the long statement comes now";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public Task Ctrl_c_ends_the_statement_and_leaves_nothing(string engine) => EndedAsync(engine, run => run.Interrupt());

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public Task Sigterm_ends_the_statement_and_leaves_nothing(string engine) => EndedAsync(engine, run => run.Terminate());

    private async Task EndedAsync(string engine, Action<ToolRun> signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-long.csx", Scripts.Up(
            $$"""
                {{Scripts.Half(engine)}}
                await db.Query("things").InsertAsync(new { name = "two" });
                db.Log("{{Marker}}");
                await db.Sql("{{Scripts.Endless(engine)}}");
            """));
        var state = await project.Database.StateAsync();

        await using (var run = CairnTool.Start(project.Workspace.Call("migrate:latest")))
        {
            await run.SeenAsync(Marker);
            signal(run);
            var result = await run.EndAsync(TimeSpan.FromSeconds(30));
            result.ShouldExit(130).ShouldComplainOf("CAIRN3009");
        }

        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Equal(["20260301A"], await project.VersionsAsync());

        // The lock is free: the next run waits for nobody.
        project.Workspace.Delete("20260302A-long.csx");
        project.Write("20260302A-short.csx", Scripts.Table("short"));
        await project.DoAsync("migrate:latest", "--lock-timeout", "1s");
    }

    /// <summary>No transaction holds a migration there: what was done stays and is known, and the next run goes on with the statement that was stopped.</summary>
    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task Where_statements_commit_the_next_run_goes_on(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("create table pace (seconds integer)");
        await project.Database.ExecuteAsync("insert into pace values (600)");
        project.Write("20260302A-long.csx", Scripts.Up(
            $$"""
                await db.Query("things").InsertAsync(new { name = "two" });
                await db.Schema.CreateTable("half", table => table.Increments("id"));
                db.Log("{{Marker}}");
                await db.Sql("update things set name = concat(name, sleep((select seconds from pace)))");
            """));

        await using (var run = CairnTool.Start(project.Workspace.Call("migrate:latest")))
        {
            await run.SeenAsync(Marker);
            run.Interrupt();
            var result = await run.EndAsync(TimeSpan.FromSeconds(30));
            result.ShouldExit(130).ShouldComplainOf("CAIRN3009");
        }

        Assert.Equal(["one", "two"], await project.Database.RowsAsync("select name from things order by id"));
        Assert.Equal(["20260301A"], await project.VersionsAsync());

        await project.Database.ExecuteAsync("update pace set seconds = 0");
        await project.DoAsync("migrate:latest", "--lock-timeout", "1s");
        Assert.Equal(["one0", "two0"], await project.Database.RowsAsync("select name from things order by id"));
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }
}
