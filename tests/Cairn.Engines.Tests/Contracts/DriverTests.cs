using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Drivers that do not come with the tool: found, missing, broken, fetched.</summary>
public sealed class DriverTests(EngineServers servers)
{
    private const string MySqlUrl = "mariadb://root@127.0.0.1:1/nowhere";

    [Fact]
    public async Task The_projects_driver_is_listed_with_its_version()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        var result = await project.DoAsync("driver:list", "--json");
        var line = result.Json.GetProperty("drivers").EnumerateArray().Single(driver => driver.GetProperty("client").GetString() == "mariadb");
        Assert.Equal(MySqlFactory.Name, line.GetProperty("driver").GetString());
        Assert.StartsWith(MySqlFactory.Version, line.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal("extensions/drivers", line.GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_missing_driver_is_told_with_the_command_that_fetches_it()
    {
        using var workspace = Workspace.For();
        workspace.Write(Scripts.Name, Scripts.Good);
        foreach (var command in new[] { "migrate:latest", "migrate:list" })
        {
            var result = (await workspace.RunAsync(command, "--connection", MySqlUrl)).ShouldExit(2);
            result.ShouldBeAClearError().ShouldComplainOf("CAIRN8001", "driver:add MySqlConnector", "MySql.Data");
        }

        var list = (await workspace.RunAsync("driver:list")).ShouldExit(0);
        Assert.Contains("driver:add MySqlConnector", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly()
    {
        using var workspace = Workspace.For();
        var file = Path.Combine(Drivers(workspace), "MySqlConnector.dll");
        await File.WriteAllTextAsync(file, "MZ, but not quite");
        var result = (await workspace.RunAsync("migrate:list", "--connection", MySqlUrl)).ShouldExit(2);
        result.ShouldBeAClearError().ShouldComplainOf("CAIRN8002", "MySqlConnector.dll");
        (await workspace.RunAsync("driver:list")).ShouldExit(0);
    }

    /// <summary>It loads, and fails when the connection is opened.</summary>
    [Fact]
    public async Task A_driver_without_what_it_needs()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        project.Write(Scripts.Name, Scripts.Good);
        foreach (var file in Directory.EnumerateFiles(Drivers(project.Workspace)).Where(file => Path.GetFileName(file) != "MySql.Data.dll").ToList())
        {
            File.Delete(file);
        }

        await project.RefuseAsync(2, ["CAIRN8002", "lacks an assembly", "'System.", "beside the driver", "driver:add"], "migrate:latest");
    }

    /// <summary>A package that the build has restored anyway: no source is asked for an exact version that is in the packages folder.</summary>
    [Fact]
    public async Task A_package_is_fetched_with_what_it_needs()
    {
        using var workspace = Workspace.For();
        var call = Fetching(workspace, "driver:add", "Npgsql@10.0.0", "--json");
        var result = (await CairnTool.RunAsync(call)).ShouldExit(0);
        Assert.Equal("10.0.0", result.Json.GetProperty("version").GetString());
        var files = Directory.EnumerateFiles(Path.Combine(workspace.Folder, "data", "cairn", "drivers", "npgsql", "10.0.0")).Select(Path.GetFileName);
        Assert.Superset(new HashSet<string?> { "Npgsql.dll", "Microsoft.Extensions.Logging.Abstractions.dll" }, files.ToHashSet());
    }

    [Fact]
    public async Task A_package_that_no_source_has()
    {
        using var workspace = Workspace.For();
        // The project's own configuration holds: one source, and that is empty.
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "packages"));
        await File.WriteAllTextAsync(
            Path.Combine(workspace.Folder, "nuget.config"),
            "<configuration><packageSources><clear /><add key=\"empty\" value=\"packages\" /></packageSources></configuration>");
        var result = (await CairnTool.RunAsync(Fetching(workspace, "driver:add", "Cairn.No.Such.Driver"))).ShouldExit(1);
        result.ShouldBeAClearError().ShouldComplainOf("CAIRN8003", "NU1101", "Cairn.No.Such.Driver");
        Assert.False(Directory.Exists(Path.Combine(workspace.Folder, "data", "cairn")));
    }

    [Fact]
    public async Task What_is_no_package()
    {
        using var workspace = Workspace.For();
        foreach (var arguments in new string[][] { ["driver:add"], ["driver:add", "a b"], ["driver:add", "Npgsql@newest"], ["driver:add", "../Npgsql"] })
        {
            (await workspace.RunAsync(arguments)).ShouldExit(2).ShouldBeAClearError().ShouldComplainOf("CAIRN7009");
        }
    }

    private static ToolCall Fetching(Workspace workspace, params string[] arguments)
    {
        var call = workspace.Call(arguments);
        return call with { Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["XDG_DATA_HOME"] = Path.Combine(workspace.Folder, "data") } };
    }

    private static string Drivers(Workspace workspace) => Directory.CreateDirectory(Path.Combine(workspace.Folder, "extensions", "drivers")).FullName;
}
