using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Every example goes up, down to nothing, and up again to the same.</summary>
public sealed class ExampleTests(EngineServers servers)
{
    public static MatrixTheoryData<string, string> Examples => new(
        EngineNames.Supported.Select(row => row.Data),
        ["01-first-migration", "02-content-system"]);

    [Theory, MemberData(nameof(Examples))]
    public async Task Up_down_to_nothing_and_up_again(string engine, string example)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, example);
        var files = Directory.EnumerateFiles(project.Workspace.Migrations)
            .Select(file => Path.GetFileName(file).Split('-', 2)[0])
            .Order(StringComparer.Ordinal)
            .ToArray();

        await project.DoAsync("migrate:latest");
        var first = await project.TimelessStateAsync();
        Assert.Equal(files, await project.VersionsAsync());

        await project.DoAsync("migrate:rollback", "--all", "--yes");
        Assert.Empty(await project.TablesAsync());
        Assert.Equal("", await project.Database.StateAsync());
        Assert.Empty(await project.VersionsAsync());

        await project.DoAsync("migrate:latest");
        Assert.Equal(first, await project.TimelessStateAsync());
        Assert.Equal(files, await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(Examples))]
    public async Task A_second_run_has_nothing_to_do(string engine, string example)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, example);
        await project.DoAsync("migrate:latest");
        var state = await project.Database.StateAsync();
        var again = await project.DoAsync("migrate:latest", "--json");
        Assert.Equal(0, again.Json.GetProperty("migrations").GetArrayLength());
        Assert.Equal(state, await project.Database.StateAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_plan_shows_everything_and_changes_nothing(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "01-first-migration");
        var plan = await project.DoAsync("migrate:plan");
        foreach (var file in Directory.EnumerateFiles(project.Workspace.Migrations))
        {
            Assert.Contains(Path.GetFileName(file).Split('-', 2)[0], plan.Output, StringComparison.Ordinal);
        }

        Assert.Contains("create table", plan.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await project.Database.TablesAsync());
        Assert.True(project.Database is not SqliteDatabase sqlite || !File.Exists(sqlite.File), "A command that only reads made a file.");
    }

    /// <summary>Its seeds read what earlier migrations made, which a plan does not have: it says so, and changes nothing.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_plan_of_scripts_that_read_their_own_rows_says_so_and_changes_nothing(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "02-content-system");
        var plan = await project.RunAsync("migrate:plan");
        Assert.Contains(plan.ExitCode, new[] { 0, 1 });
        Assert.Contains("20210111A", plan.Output, StringComparison.Ordinal);
        Assert.Contains("asks for what this plan would only make", plan.Output, StringComparison.Ordinal);
        Assert.Empty(await project.Database.TablesAsync());
        Assert.True(project.Database is not SqliteDatabase sqlite || !File.Exists(sqlite.File), "A command that only reads made a file.");
    }
}
