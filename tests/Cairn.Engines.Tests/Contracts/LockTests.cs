using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>One run at a time.</summary>
public sealed class LockTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Runs_at_the_same_time_apply_each_version_once(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "01-first-migration");
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => project.RunAsync("migrate:latest", "--json")));
        Assert.All(results, result => result.ShouldExit(0));
        Assert.Equal(3, results.Sum(result => result.Json.GetProperty("migrations").EnumerateArray().Count(IsCustom)));
        Assert.Equal(2, await project.CountAsync("notes"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_lock_that_is_not_had_in_time_exits_4(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var project = await Project.NewAsync(servers, engine);
        var go = Path.Combine(project.Workspace.Folder, "go");
        // Waits for a file and not for a time; the connection is free meanwhile, the lock is held.
        project.Write(Scripts.Name, Scripts.Up(
            $$"""
                db.Log("holding");
                while (!System.IO.File.Exists(@"{{go}}"))
                {
                    await Task.Delay(20);
                }
            """));
        await using var holder = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await holder.SeenAsync("holding");
        var waiting = await project.RunAsync("migrate:latest", "--lock-timeout", "200ms");
        waiting.ShouldExit(4).ShouldBeAClearError().ShouldComplainOf("CAIRN4003");
        await project.DoAsync("migrate:list");
        await File.WriteAllTextAsync(go, "");
        (await holder.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0);
    }

    private static bool IsCustom(System.Text.Json.JsonElement migration) => migration.GetProperty("source").GetString() == "custom";
}
