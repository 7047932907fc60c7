using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What docs/deploying.md has to be typed does what it says.</summary>
public sealed class DeployingPageTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_commands_of_the_page_run_one_after_the_other(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "01-first-migration");
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "deploying.md"));
        var block = page.Split("<!-- run -->\n```sh\n", 2)[1].Split("```", 2)[0];
        var commands = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        Assert.All(commands, words => Assert.Equal(["dotnet", "cairn"], words[..2]));
        Assert.Contains(commands, words => words[2] == "migrate:bundle");

        foreach (var words in commands)
        {
            await project.DoAsync(words[2..]);
            if (words[2] == "migrate:bundle" && Directory.Exists(project.Workspace.Migrations))
            {
                Directory.Move(project.Workspace.Migrations, project.Workspace.Migrations + ".away");
            }
        }
    }

    [Fact]
    public async Task The_image_of_the_page_is_warm()
    {
        using var workspace = Workspace.For().Write("20260301A-one.csx", Scripts.Table("one"));
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "deploying.md"));
        var line = page.Split("RUN dotnet cairn ", 2)[1].Split('\n', 2)[0].TrimEnd('\\', ' ');
        var call = workspace.Call(line.Split(' '));
        var cache = Path.Combine(workspace.Folder, "cache");
        (await CairnTool.RunAsync(call with { Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["CAIRN_CACHE"] = cache } })).ShouldExit(0);
        Assert.Single(Directory.GetFiles(cache));
    }
}
