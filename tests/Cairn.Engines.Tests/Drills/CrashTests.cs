using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Drills;

/// <summary>Runs that a story kills: really in the middle, and never anything but the copy.</summary>
public sealed class CrashTests(EngineServers servers)
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_killed_run_leaves_what_the_database_keeps_and_the_next_one_ends_well(string engine)
    {
        // What a killed run leaves: nothing where a migration is one transaction, else what was done before.
        const string Missing = "await drill.ExpectError(ErrorCodes.StatementFailed, () => drill.Db.Rows(\"select * from part_4\"));";
        var left = EngineNames.IsTransactional(engine) ? Missing : "await drill.ExpectRows(\"part_4\", 0);";
        await using var project = (await StoryScripts.ShopAsync(servers, engine)).Tell("crash.csx", StoryScripts.Of(
            $$"""
                await drill.UpTo("20260205A");
                await drill.Db.Query("orders").InsertAsync(new { total = 10m });
                await drill.Crash(during: "20260301A");
                await drill.ExpectRows("tenants", 1);
                {{left}}
                {{Missing.Replace("part_4", "part_5", StringComparison.Ordinal)}}
                await drill.Latest();
                await drill.ExpectRows("part_8", 0);
                await drill.Expect("select tenant_id from orders", 1);
                await drill.Down("20260301A");
                await drill.Crash("20260301A", afterStatements: 10);
                await drill.Latest();
                await drill.Expect("select tenant_id from orders", 1);
            """));
        await project.DrillAsync(0, "--scripts");
        Assert.Equal([], await DrillTests.LeftAsync(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_cannot_be_killed_there_is_said(string engine)
    {
        await using var project = await StoryScripts.ShopAsync(servers, engine);
        project
            .Tell("applied.csx", StoryScripts.Of("    await drill.Latest();\n    await drill.Crash(\"20260301A\");"))
            .Tell("late.csx", StoryScripts.Of("    await drill.Crash(\"20260301A\", afterStatements: 11);"))
            .Tell("unknown.csx", StoryScripts.Of("    await drill.Crash(\"20990101A\");"));
        var result = await project.DrillAsync(3, "--scripts");
        Assert.Contains("applied.csx(4): CAIRN5007: 20260301A is not pending on the copy", result.Output, StringComparison.Ordinal);
        Assert.Contains("late.csx(3): CAIRN5007: the run was to be killed during 20260301A after 11 of 10 statements, and ended by itself before.", result.Output, StringComparison.Ordinal);
        Assert.Contains("unknown.csx(3): CAIRN1005", result.Output, StringComparison.Ordinal);
        Assert.Equal([], await DrillTests.LeftAsync(project));
    }

    /// <summary>The word counts for nothing anywhere but on the copy that has its mark; with the mark it does kill, or this would show nothing.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task No_real_run_can_be_killed_by_the_variable(string engine)
    {
        await using var project = await StoryScripts.ShopAsync(servers, engine);
        await RunAsync(project, 0);
        await project.DoAsync("migrate:rollback", "--all", "--yes");
        await project.Database.ExecuteAsync("create table cairn_drill_crash (token varchar(32) not null)");
        await project.Database.ExecuteAsync("insert into cairn_drill_crash values ('fedcba9876543210fedcba9876543210')");
        await RunAsync(project, 0);
        Assert.Equal(["20260205A", "20260212A", "20260301A"], await project.VersionsAsync());

        await project.DoAsync("migrate:rollback", "--all", "--yes");
        await project.Database.ExecuteAsync($"update cairn_drill_crash set token = '{Token}'");
        await RunAsync(project, 137);
        Assert.Equal(["20260205A", "20260212A"], await project.VersionsAsync());
    }

    private static async Task RunAsync(Project project, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the exit code of a killed process is another there");
        var call = project.Workspace.Call("migrate:latest");
        var word = $"[\"{Token}\",\"20260301A\",\"2\",null]";
        call = call with { Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["CAIRN_DRILL_CRASH"] = word } };
        (await CairnTool.RunAsync(call)).ShouldExit(exitCode);
    }
}
