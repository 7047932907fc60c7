using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Shops;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A structure that is written down and made again in an empty database is the same structure, and a migration made of it has a way back.</summary>
public sealed class SnapshotRoundTripTests(EngineServers servers)
{
    public static MatrixTheoryData<string, string> Examples => new(
        EngineNames.Supported.Where(row => row.Skip is null).Select(row => row.Data),
        ["01-first-migration", "02-content-system"]);

    [Theory, MemberData(nameof(Examples))]
    public async Task The_examples(string engine, string example)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, example);
        await project.DoAsync("migrate:latest");
        await SameAsync(project, engine);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_rich_schema(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await RichShop.MakeAsync(project.Database);
        await SameAsync(project, engine);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_rich_schema_as_a_migration(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await RichShop.MakeAsync(project.Database);
        await project.DoAsync("schema:snapshot", "extensions/schema.yaml");
        await using var empty = await Project.NewAsync(servers, engine);
        Directory.CreateDirectory(Path.Combine(empty.Workspace.Folder, "extensions"));
        File.Copy(Path.Combine(project.Workspace.Folder, "extensions", "schema.yaml"), Path.Combine(empty.Workspace.Folder, "extensions", "schema.yaml"));
        var before = (await empty.DoAsync("schema:fingerprint")).Output;
        await empty.DoAsync("migrate:make", "whole", "--from-schema");
        await empty.DoAsync("migrate:latest");
        await empty.DoAsync("schema:diff");
        await empty.DoAsync("migrate:down");
        Assert.Equal(before, (await empty.DoAsync("schema:fingerprint")).Output);
    }

    private async Task SameAsync(Project project, string engine)
    {
        await project.DoAsync("schema:snapshot", "schema.json");
        await using var empty = await Project.NewAsync(servers, engine);
        File.Copy(Path.Combine(project.Workspace.Folder, "schema.json"), Path.Combine(empty.Workspace.Folder, "schema.json"));
        Assert.Equal(3, (await empty.RunAsync("schema:diff", "schema.json")).ExitCode);
        await empty.DoAsync("schema:apply", "schema.json", "--dry-run");
        await empty.DoAsync("schema:apply", "schema.json");
        await empty.DoAsync("schema:diff", "schema.json");
        Assert.Equal((await project.DoAsync("schema:fingerprint")).Output, (await empty.DoAsync("schema:fingerprint")).Output);
    }
}
