using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A folder that cannot be had is an error, not "nothing to do".</summary>
public sealed class FolderTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task No_folder(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await project.RefuseAsync(2, ["CAIRN1008", "nowhere"], "migrate:latest", "--extensions", "nowhere");
        Directory.Delete(project.Workspace.Migrations);
        await project.RefuseAsync(2, ["CAIRN1008", "migrations"], "migrate:latest");
        Assert.Empty(await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task An_empty_folder(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await project.RefuseAsync(2, ["CAIRN1010", "migrations"], "migrate:latest");
        Assert.Empty(await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task An_unreadable_folder_and_an_unreadable_file(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Workspace.OpenToEverybody();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var call = project.Workspace.Call("migrate:latest") with { WithoutRootRights = true };
        File.SetUnixFileMode(Path.Combine(project.Workspace.Migrations, Scripts.Name), UnixFileMode.None);
        await project.RefuseAsync(2, ["CAIRN2010", Scripts.Name], call);

        File.SetUnixFileMode(project.Workspace.Migrations, UnixFileMode.None);
        await project.RefuseAsync(2, ["CAIRN1009", "migrations"], call);
        File.SetUnixFileMode(project.Workspace.Migrations, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
