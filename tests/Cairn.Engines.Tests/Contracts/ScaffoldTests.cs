using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A new project, from <c>init</c> to the first run, and every template.</summary>
public sealed class ScaffoldTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_init_and_make_write_runs_both_ways(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        Directory.Delete(project.Workspace.Migrations, recursive: true);
        await project.DoAsync("init");
        var first = Assert.Single(Directory.GetFiles(project.Workspace.Migrations));
        var text = await File.ReadAllTextAsync(first);
        await project.DoAsync("init");
        Assert.Equal(text, await File.ReadAllTextAsync(first));

        foreach (var template in new[] { "functions", "class", "change", "sql" })
        {
            var made = (await project.DoAsync("migrate:make", $"make {template}", "--template", template)).Output.Trim();
            Assert.True(File.Exists(Path.Combine(project.Workspace.Folder, made)), made);
        }

        await project.DoAsync("migrate:validate");
        await project.DoAsync("bootstrap");
        Assert.Equal(5, (await project.VersionsAsync()).Count);
        await project.DoAsync("bootstrap");
        await project.DoAsync("migrate:rollback", "--all", "--yes");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Cairns_own_migrations_are_in_the_same_list_and_go_down_when_asked(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        var pending = (await project.DoAsync("migrate:list", "--json", "--pending")).Json.GetProperty("migrations").EnumerateArray().ToList();
        Assert.Contains(pending, row => row.GetProperty("source").GetString() == "built-in");
        Assert.Empty(await project.Database.TablesAsync());

        await project.DoAsync("database", "install");
        Assert.Contains("cairn_migrations", await project.Database.TablesAsync());
        Assert.Empty(await project.TablesAsync());
        await project.DoAsync("database", "migrate:latest");
        var versions = (await project.DoAsync("migrate:status", "--json")).Json.GetProperty("migrations").EnumerateArray()
            .Select(row => row.GetProperty("version").GetString()!).ToList();
        Assert.Contains("20260301A", versions);
        Assert.Equal(versions.Order(StringComparer.Ordinal), versions);

        await project.DoAsync("migrate:down");
        await project.RefuseAsync(2, ["CAIRN1006"], "migrate:down");
        await project.RefuseAsync(2, ["CAIRN1007", "--include-built-in"], "migrate:down", versions[^1]);
    }
}
