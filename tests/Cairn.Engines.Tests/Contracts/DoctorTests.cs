using Cairn.Engines.Tests.Locks;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>doctor on every database: what is well, what is not, and nothing left behind.</summary>
public sealed class DoctorTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_database_that_is_well_is_said_to_be_and_stays_as_it_was(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        var files = Files(project);
        var before = await project.DoAsync("doctor", "--json");
        Assert.Equal(["ok"], States(before).Values.Distinct());
        Assert.Equal(["tool", "config", "extensions", "cache", "driver", "connection", "version", "rights", "clock", "lock", "history"], States(before).Keys);
        Assert.Contains("5 pending", before.Output, StringComparison.Ordinal);
        Assert.Equal(files, Files(project));
        Assert.Empty(await project.Database.TablesAsync());

        await project.DoAsync("migrate:latest");
        Assert.Contains("5 applied", (await project.DoAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_postgres_rights_that_are_missing_are_named_with_the_grant()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        project.Write(Scripts.Name, Scripts.Good);
        var database = (PostgresDatabase)project.Database;
        var role = "r" + Guid.NewGuid().ToString("N")[..20];
        await database.ExecuteAsync($"create role {role} login password 'open-sesame'; revoke create on schema public from public");
        try
        {
            var url = database.UrlWith(user: role, password: "open-sesame");
            var poor = (await project.RunThroughAsync(url, "doctor")).ShouldExit(3).ShouldBeAClearError().ShouldComplainOf("CAIRN7020", "rights");
            Assert.Contains($"GRANT USAGE, CREATE ON SCHEMA public TO {role}", poor.Output, StringComparison.Ordinal);
            await database.ExecuteAsync($"grant usage, create on schema public to {role}");
            (await project.RunThroughAsync(url, "doctor")).ShouldExit(0);
            await project.DoAsync("migrate:latest");
            Assert.Contains("lacks SELECT, INSERT, UPDATE, DELETE on public.cairn_migrations", (await project.RunThroughAsync(url, "doctor")).ShouldExit(3).Output, StringComparison.Ordinal);
            await database.ExecuteAsync($"alter role {role} set default_transaction_read_only = on");
            Assert.Contains("read-only", (await project.RunThroughAsync(url, "doctor")).ShouldExit(3).Output, StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync($"drop owned by {role} cascade; drop role {role}");
        }
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task On_the_MySQL_family_grants_are_read(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        var database = await project.Database.ScalarAsync("select database()");
        await using var user = await MySqlUser.CreateAsync(project.Database, $"select, insert, update, delete on `{database}`.*");
        Assert.Contains($"lacks CREATE, INDEX on {database}", (await project.RunThroughAsync(user.Url, "doctor")).ShouldExit(3).Output, StringComparison.Ordinal);
        await user.GrantAsync($"create, index on `{database}`.*");
        Assert.Contains($"GRANT ALTER, DROP, REFERENCES ON `{database}`.*", (await project.RunThroughAsync(user.Url, "doctor")).ShouldExit(0).Output, StringComparison.Ordinal);
        await user.GrantAsync($"all on `{database}`.*");
        Assert.Equal("ok", States((await project.RunThroughAsync(user.Url, "doctor", "--json")).ShouldExit(0))["rights"]);
    }

    [Fact]
    public async Task A_lock_that_is_held_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        var go = Path.Combine(project.Workspace.Folder, "go");
        project.Write(Scripts.Name, Scripts.Up($$"""db.Log("holding"); while (!System.IO.File.Exists(@"{{go}}")) { await Task.Delay(20); }"""));
        await using var holder = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await holder.SeenAsync("holding");
        Assert.Equal("warn", States(await project.DoAsync("doctor", "--json"))["lock"]);
        await File.WriteAllTextAsync(go, "");
        (await holder.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0);
    }

    [Fact]
    public async Task A_sqlite_folder_that_cannot_be_written_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        var folder = Directory.CreateDirectory(Path.Combine(project.Workspace.Folder, "closed")).FullName;
        project.Workspace.OpenToEverybody();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        var result = (await CairnTool.RunAsync(project.Workspace.Call("doctor", "--json", "-c", $"sqlite:{folder}/x.db") with { WithoutRootRights = true })).ShouldExit(3);
        Assert.Equal("fail", States(result)["rights"]);
    }

    private static string[] Files(Project project) => [.. Directory.EnumerateFileSystemEntries(project.Workspace.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> States(ToolResult result) => result.Json.GetProperty("checks").EnumerateArray()
        .ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("state").GetString()!);
}
