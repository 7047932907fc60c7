using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The compile cache as users meet it: warmed when an image is built, read where nothing can be written, refused where others could write.</summary>
public sealed class CacheTests(EngineServers servers)
{
    private const UnixFileMode Everything = (UnixFileMode)0b111_111_111;

    [Fact]
    public async Task Validate_warms_it_and_a_deploy_with_fewer_pending_compiles_nothing()
    {
        await using var project = await NewAsync();
        var cache = Path.Combine(project.Workspace.Folder, "cache");
        Assert.Equal(2, (await RunAsync(project, cache, "migrate:latest", "--to", "20260302A", "--json")).ShouldExit(0).Json.GetProperty("migrations").EnumerateArray().Count(row => row.GetProperty("source").GetString() == "custom"));
        await RunAsync(project, cache, "cache:clear");
        Assert.Empty(Directory.GetFiles(cache));

        (await RunAsync(project, cache, "migrate:validate")).ShouldExit(0);
        var warmed = Assert.Single(Directory.GetFiles(cache));
        (await RunAsync(project, cache, "migrate:latest")).ShouldExit(0);
        Assert.Equal([warmed], Directory.GetFiles(cache));
        Assert.Equal(["20260301A", "20260302A", "20260303A"], await project.VersionsAsync());
    }

    [Fact]
    public async Task It_is_emptied_and_says_how_much_that_was()
    {
        await using var project = await NewAsync();
        var cache = Path.Combine(project.Workspace.Folder, "cache");
        (await RunAsync(project, cache, "migrate:validate")).ShouldExit(0);
        var size = new FileInfo(Assert.Single(Directory.GetFiles(cache))).Length;
        var cleared = (await RunAsync(project, cache, "cache:clear", "--json")).ShouldExit(0).Json.GetProperty("cache");
        Assert.Equal(cache, cleared.GetProperty("folder").GetString());
        Assert.Equal(1, cleared.GetProperty("entries").GetInt32());
        Assert.Equal(size, cleared.GetProperty("bytes").GetInt64());
        Assert.Contains("0 entries (0.0 MB) deleted from " + cache, (await RunAsync(project, cache, "cache:clear")).ShouldExit(0).Output, StringComparison.Ordinal);

        Directory.Delete(cache);
        (await RunAsync(project, cache, "cache:clear")).ShouldExit(0);
        Assert.False(Directory.Exists(cache), "emptying the cache made its folder");
        Assert.Contains("no compile cache", (await RunAsync(project, "off", "cache:clear")).ShouldExit(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_may_write_it_is_not_used_and_that_is_said_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        await using var project = await NewAsync();
        var cache = Directory.CreateDirectory(Path.Combine(project.Workspace.Folder, "cache")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(cache, Everything);
        }

        var result = (await RunAsync(project, cache, "migrate:latest")).ShouldExit(0).ShouldComplainOf(cache, "others may write to it");
        Assert.Equal(2, result.Errors.Split("others may write to it").Length);
        Assert.Empty(Directory.GetFiles(cache));
        var again = (await RunAsync(project, cache, "migrate:validate", "--json")).ShouldExit(0);
        Assert.Contains("others may write to it", Assert.Single(again.Json.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
        await RunAsync(project, cache, "cache:clear");
    }

    [Fact]
    public async Task Where_nothing_can_be_written_it_is_read_and_the_rest_is_compiled_without_a_word()
    {
        using var workspace = Workspace.For().Write("20260301A-one.csx", Scripts.Table("one"));
        var cache = Path.Combine(workspace.Folder, "cache");
        (await RunAsync(workspace, cache, "migrate:validate")).ShouldExit(0);
        workspace.Write("20260302A-two.csx", Scripts.Table("two")).OpenToEverybody();
        var before = Assert.Single(Directory.GetFiles(cache));
        if (!OperatingSystem.IsWindows())
        {
            // As root made it in an image, for all to read.
            File.SetUnixFileMode(cache, (UnixFileMode)0b101_101_101);
            File.SetUnixFileMode(before, (UnixFileMode)0b100_100_100);
        }

        var call = Call(workspace, cache, "migrate:latest") with { WithoutRootRights = true };
        var result = (await CairnTool.RunAsync(call)).ShouldExit(0);
        Assert.DoesNotContain("cache", result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([before], Directory.GetFiles(cache));
        Assert.Equal("20260302A\n", (await RunAsync(workspace, cache, "migrate:current")).Output.ReplaceLineEndings("\n"));
    }

    private async Task<Project> NewAsync()
    {
        var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        return project.Write("20260301A-one.csx", Scripts.Table("one")).Write("20260302A-two.csx", Scripts.Table("two")).Write("20260303A-three.csx", Scripts.Table("three"));
    }

    private static Task<ToolResult> RunAsync(Project project, string cache, params string[] arguments) => RunAsync(project.Workspace, cache, arguments);

    private static Task<ToolResult> RunAsync(Workspace workspace, string cache, params string[] arguments) => CairnTool.RunAsync(Call(workspace, cache, arguments));

    private static ToolCall Call(Workspace workspace, string cache, params string[] arguments)
    {
        var call = workspace.Call(arguments);
        return call with { Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["CAIRN_CACHE"] = cache } };
    }
}
