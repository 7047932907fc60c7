using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>Drill scripts that are wrong are named before anything is copied; they need no server.</summary>
public sealed class StoryErrorTests(EngineServers servers)
{
    [Theory]
    [InlineData("async Task Tell(Drill drill) => await drill.Latest();", "bad.csx", "the drill script has no Run")]
    [InlineData("\nasync Task RunAsync(Drill drill) => await drill.Latest();", "bad.csx(2", "rename RunAsync to Run")]
    [InlineData("async Task Up(Db db) => await db.Schema.DropTable(\"a\");", "bad.csx(1", "is a migration")]
    [InlineData("// comment\nasync Task Run(Db db) => await db.Schema.DropTable(\"a\");", "bad.csx(2", "`Task Run(Db)` is not what a drill calls")]
    [InlineData("Task<int> Run(Drill drill) => Task.FromResult(1);", "bad.csx(1", "is not what a drill calls")]
    [InlineData("async void Run(Drill drill) => await drill.Latest();", "bad.csx(1", "cannot be waited for")]
    [InlineData("void Run(Drill drill) { }\nvoid Run(Drill drill, CancellationToken token) { }", "bad.csx(2", "two functions Run")]
    public async Task A_script_without_a_fitting_Run_is_refused_with_its_line(string text, string place, string why)
    {
        await using var project = (await StoryScripts.ShopAsync(servers, EngineNames.Sqlite)).Tell("bad.csx", text);
        var result = await project.DrillAsync(2, "--scripts");
        result.ShouldBeAClearError().ShouldComplainOf("CAIRN5006", place, why);
    }

    [Fact]
    public async Task Errors_of_all_scripts_are_told_at_once()
    {
        await using var project = (await StoryScripts.ShopAsync(servers, EngineNames.Sqlite))
            .Tell("a.csx", "async Task Run(Drill drill)\n{\n    await drill.Nothing();\n}\n")
            .Tell("b.csx", "void Tell(Drill drill) { }")
            .Tell("c.csx", "Console.WriteLine(1);\nvoid Run(Drill drill) { }");
        var result = await project.DrillAsync(2, "--scripts");
        result.ShouldBeAClearError().ShouldComplainOf("a.csx(3", "CS1061", "b.csx", "CAIRN5006", "c.csx(1", "move them into Run");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var project = await StoryScripts.ShopAsync(servers, EngineNames.Sqlite);
        (await project.DrillAsync(2, "--script", "drills/nowhere.csx")).ShouldBeAClearError().ShouldComplainOf("CAIRN5006", "drills/nowhere.csx");
        (await project.DrillAsync(2, "--scripts")).ShouldBeAClearError().ShouldComplainOf("CAIRN5006", "extensions/drills");
    }

    [Fact]
    public async Task Stories_and_chosen_migrations_go_together()
    {
        await using var project = (await StoryScripts.ShopAsync(servers, EngineNames.Sqlite)).Tell("latest.csx", StoryScripts.Of("    await drill.Latest();"));
        var page = Path.Combine(project.Workspace.Folder, "drill.html");
        var result = await project.DrillAsync(0, "20260205A", "--script", "latest.csx", "--report", page);
        Assert.Contains("passed 20260205A", result.Output, StringComparison.Ordinal);
        Assert.Contains("passed extensions/drills/latest.csx", result.Output, StringComparison.Ordinal);
        Assert.Contains("latest: 20260205A, 20260212A, 20260301A", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_may_take_the_token_load_others_and_fail_by_itself()
    {
        await using var project = (await StoryScripts.ShopAsync(servers, EngineNames.Sqlite))
            .Tell("own.csx", "#load \"lib/steps.csx\"\nasync ValueTask Run(Drill drill, CancellationToken token)\n{\n    await All(drill);\n    throw new InvalidOperationException(\"enough\");\n}\n");
        Directory.CreateDirectory(Path.Combine(project.Workspace.Folder, "extensions", "drills", "lib"));
        await File.WriteAllTextAsync(
            Path.Combine(project.Workspace.Folder, "extensions", "drills", "lib", "steps.csx"), "\nTask All(Drill drill) => drill.Latest();\n", TestContext.Current.CancellationToken);
        var result = await project.DrillAsync(3, "--scripts");
        Assert.Contains("line 2: latest: 20260205A", result.Output, StringComparison.Ordinal);
        Assert.Contains("own.csx(5): CAIRN5006: the script failed: InvalidOperationException: enough", result.Output, StringComparison.Ordinal);
    }
}
