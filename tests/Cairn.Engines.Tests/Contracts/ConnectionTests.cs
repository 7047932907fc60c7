using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A database that cannot be reached or written to is said to be so, and no password is printed.</summary>
public sealed class ConnectionTests(EngineServers servers)
{
    [Fact]
    public async Task A_server_that_is_not_there()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var url = ((PostgresDatabase)project.Database).UrlWith(password: "hush-hush", port: ServerFolder.FreePort());
        await UnreachableAsync(project, url, "CAIRN7004");
    }

    [Fact]
    public async Task A_wrong_password()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var url = ((PostgresDatabase)project.Database).UrlWith(password: "hush-hush");
        await UnreachableAsync(project, url, "CAIRN7005");
    }

    [Fact]
    public async Task A_database_that_does_not_exist()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var url = ((PostgresDatabase)project.Database).UrlWith(database: "no_such_database");
        var result = await UnreachableAsync(project, url, "CAIRN7006");
        result.ShouldComplainOf("no_such_database");
    }

    [Fact]
    public async Task A_folder_of_the_sqlite_file_that_does_not_exist()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        var url = "sqlite:" + Path.Combine(project.Workspace.Folder, "nowhere", "x.db");
        foreach (var command in new[] { "migrate:latest", "migrate:list", "migrate:validate", "migrate:plan", "migrate:down" })
        {
            await project.RefuseAsync(5, ["CAIRN7004", "nowhere"], command, "--connection", url);
        }

        Assert.False(Directory.Exists(Path.Combine(project.Workspace.Folder, "nowhere")));
    }

    [Fact]
    public async Task A_file_that_is_no_sqlite_database()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        var file = Path.Combine(project.Workspace.Folder, "letter.db");
        var text = string.Concat(Enumerable.Repeat("Dear Sir or Madam, ", 100));
        await File.WriteAllTextAsync(file, text);
        var result = await project.RunAsync("migrate:latest", "--connection", "sqlite:" + file);
        result.ShouldExit(5).ShouldBeAClearError().ShouldComplainOf("CAIRN7004", "letter.db");
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_read_only_sqlite_file()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-more.csx", Scripts.Table("more"));
        var file = Path.Combine(project.Workspace.Folder, "read-only.db");
        File.Copy(((SqliteDatabase)project.Database).File, file);
        project.Workspace.OpenToEverybody();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var before = await File.ReadAllBytesAsync(file);
        var call = project.Workspace.Call("migrate:latest", "--connection", "sqlite:" + file) with { WithoutRootRights = true };
        var result = await CairnTool.RunAsync(call);
        result.ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN7007", "read-only.db");
        Assert.Equal(before, await File.ReadAllBytesAsync(file));

        // Looking is allowed.
        (await CairnTool.RunAsync(call with { Arguments = ["migrate:list", "--connection", "sqlite:" + file] })).ShouldExit(0);
    }

    private static async Task<ToolResult> UnreachableAsync(Project project, string url, string code)
    {
        project.Write(Scripts.Name, Scripts.Good);
        var result = await project.RefuseAsync(5, [code], "migrate:latest", "--connection", url);
        Assert.DoesNotContain("hush-hush", result.Output + result.Errors, StringComparison.Ordinal);
        await project.RefuseAsync(5, [code], "migrate:list", "--connection", url);
        var verbose = await project.RunAsync("migrate:latest", "--verbose", "--connection", url);
        Assert.DoesNotContain("hush-hush", verbose.Output + verbose.Errors, StringComparison.Ordinal);
        return result;
    }
}
