using Cairn.Engines.Tests.Locks;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A right that is missing in the middle of a migration: which one, in which state the database is, and how to go on.</summary>
public sealed class RightTests(EngineServers servers)
{
    private const string Name = "20260302A-rights.csx";

    [Theory]
    [InlineData("alter", "await db.Schema.AlterTable(\"things\", table => table.String(\"note\", 20));", "ALTER command denied")]
    [InlineData("index", "await db.Sql(\"create index by_name on things (name)\");", "INDEX command denied")]
    [InlineData("drop", "await db.Schema.DropTable(\"old\");", "DROP command denied")]
    public async Task On_mariadb_the_next_run_goes_on_after_what_was_done(string right, string statement, string message)
    {
        await using var project = await StartedAsync(EngineNames.MariaDb);
        var rights = new[] { "select", "insert", "update", "delete", "create", "alter", "index", "drop", "references" }.Where(other => other != right);
        await using var user = await MySqlUser.CreateAsync(project.Database, $"{string.Join(", ", rights)} on {Database(project)}.*");
        project.Write(Name, Scripts.Up(
            $$"""
                await db.Schema.CreateTable("first", table => { table.Increments("id"); table.String("name", 20); });
                await db.Query("first").InsertAsync(new { name = "once" });
                {{statement}}
                await db.Query("first").InsertAsync(new { name = "last" });
            """));
        var failed = (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        failed.ShouldComplainOf(
            "CAIRN3001", message, "is half run", "1. create table first: done", "2. ", "3. ", "not done, the database refused it",
            "Give this user the right that the database names");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        await user.GrantAsync($"{right} on {Database(project)}.*");
        (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(0);
        Assert.Equal(["last", "once"], await project.Database.RowsAsync("select name from first order by name"));
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task On_postgres_a_table_that_is_somebody_elses(bool outside)
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var database = (PostgresDatabase)project.Database;
        var role = "r" + Guid.NewGuid().ToString("N")[..20];
        await database.ExecuteAsync($"create role {role} login password 'open-sesame'; grant create, usage on schema public to {role}; create table old (id integer)");
        try
        {
            var url = database.UrlWith(user: role, password: "open-sesame");
            project.Write(Scripts.Name, Scripts.Good);
            (await project.RunThroughAsync(url, "migrate:latest")).ShouldExit(0);
            project.Write(Name, (outside ? "[NoTransaction]\n" : "") + Scripts.Up(
                """
                    await db.Query("things").InsertAsync(new { name = "once" });
                    await db.Schema.AlterTable("old", table => table.String("note", 20));
                """));
            var failed = (await project.RunThroughAsync(url, "migrate:latest")).ShouldExit(1).ShouldBeAClearError();
            failed.ShouldComplainOf("CAIRN3001", "must be owner of table old", "Give this user the right", outside ? "is half run" : "20260302A was rolled back");
            Assert.Equal(outside ? 2 : 1, await project.CountAsync("things"));
            Assert.Equal(["20260301A"], await project.VersionsAsync());
            await database.ExecuteAsync($"alter table old owner to {role}");
            (await project.RunThroughAsync(url, "migrate:latest")).ShouldExit(0);
            Assert.Equal(2, await project.CountAsync("things"));
        }
        finally
        {
            await database.ExecuteAsync($"drop owned by {role} cascade; drop role {role}");
        }
    }

    [Fact]
    public async Task A_folder_of_the_sqlite_file_that_is_read_only()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        var folder = Directory.CreateDirectory(Path.Combine(project.Workspace.Folder, "closed")).FullName;
        var file = Path.Combine(folder, "x.db");
        await project.DoAsync("migrate:latest", "--connection", "sqlite:" + file);
        project.Write(Name, Scripts.Table("more"));
        project.Workspace.OpenToEverybody();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var before = await File.ReadAllBytesAsync(file);
        File.SetUnixFileMode(folder, (UnixFileMode)0b101_101_101);
        var call = project.Workspace.Call("migrate:latest", "--connection", "sqlite:" + file) with { WithoutRootRights = true };
        (await CairnTool.RunAsync(call)).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN7007", folder, "Nothing was run", "the right to write there");
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        (await CairnTool.RunAsync(call)).ShouldExit(0);
    }

    private async Task<Project> StartedAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("create table old (id integer)");
        return project;
    }

    private static string Database(Project project) => project.Database.Url.Split('/')[^1];
}
