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
}
