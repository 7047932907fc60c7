using Cairn.Engines.Tests.Locks;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>MySQL and MariaDB leave out of their catalogue what the user has no right to; that is never taken for what is not there.</summary>
public sealed class HiddenCatalogueTests(EngineServers servers)
{
    private const string Name = "20260302A-hidden.csx";

    public static TheoryData<string> Family => [.. EngineNames.Supported.Select(row => row.Data).Where(EngineNames.NeedsDriver)];

    /// <summary>What an application's user usually has: nothing global, no PROCESS, no performance_schema.</summary>
    [Theory, MemberData(nameof(Family))]
    public async Task Rights_on_the_database_alone_are_enough(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "01-first-migration");
        await using var user = await MySqlUser.CreateAsync(
            project.Database, $"select, insert, update, delete, create, alter, index, drop, references on {Database(project)}.*");
        foreach (var command in new[] { "migrate:latest", "migrate:list", "migrate:validate", "migrate:unlock", "migrate:rollback", "migrate:latest" })
        {
            (await project.RunThroughAsync(user.Url, command)).ShouldExit(0);
        }

        project.Write("20291231A-long.csx", Scripts.Up("    await db.Sql(\"update notes set title = concat(title, sleep(600))\");"));
        (await project.RunThroughAsync(user.Url, "migrate:latest", "--statement-timeout", "300ms")).ShouldExit(1).ShouldComplainOf("CAIRN3006");
    }

    [Theory, MemberData(nameof(Family))]
    public async Task Columns_that_the_user_may_not_see(string engine)
    {
        await using var project = await StartedAsync(engine);
        await using var user = await MySqlUser.CreateAsync(project.Database, $"create, alter, drop, index on {Database(project)}.*");
        await GrantOwnTablesAsync(project, user);
        project.Write(Name, Scripts.Up("    await db.Schema.AlterTable(\"things\", table => table.String(\"note\", 20));"));
        await RefusedAsync(project, user);
        await user.GrantAsync($"select (id), insert (id) on {Database(project)}.things");
        await RefusedAsync(project, user);
        await user.GrantAsync($"select on {Database(project)}.things");
        (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(0);
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    /// <summary>A step that was cut: not seeing its table says nothing of whether it was done.</summary>
    [Theory, MemberData(nameof(Family))]
    public async Task A_cut_step_is_not_judged_by_what_cannot_be_seen(string engine)
    {
        await using var project = await StartedAsync(engine);
        project.Write(Name, Scripts.Up(
            """
                await db.Schema.AlterTable("things", table => table.String("note", 20));
                await db.Sql("insert into missing (id) values (1)");
            """));
        (await project.RunAsync("migrate:latest")).ShouldExit(1);
        await project.Database.ExecuteAsync("update cairn_journal set state = 'Started', statements_done = 0 where position = 1");
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await using var user = await MySqlUser.CreateAsync(project.Database, $"create, alter, drop, index on {Database(project)}.*");
        await GrantOwnTablesAsync(project, user);
        (await RefusedAsync(project, user)).ShouldComplainOf("is half run", "1. alter table things: add column note: begun");
        await user.GrantAsync($"select, insert on {Database(project)}.*");
        (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(0);
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(Family))]
    public async Task A_script_that_asks_for_a_table_it_may_not_see_gets_no_answer(string engine)
    {
        await using var project = await StartedAsync(engine);
        await project.Database.ExecuteAsync("create table secret (id integer)");
        await using var user = await MySqlUser.CreateAsync(project.Database, $"select on {Database(project)}.things");
        await GrantOwnTablesAsync(project, user);
        project.Write(Name, Scripts.Up("    if (!await db.Schema.HasTable(\"secret\")) { throw new Exception(\"taken for not there\"); }"));
        (await RefusedAsync(project, user)).ShouldComplainOf("secret");
        await user.GrantAsync($"create on {Database(project)}.*");
        (await RefusedAsync(project, user)).ShouldComplainOf("secret");
        await user.GrantAsync($"select on {Database(project)}.secret");
        (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(0);
    }

    [Theory, MemberData(nameof(Family))]
    public async Task A_tracking_table_that_may_not_be_read_is_not_an_empty_one(string engine)
    {
        await using var project = await StartedAsync(engine);
        await using var user = await MySqlUser.CreateAsync(project.Database, $"create, alter, insert on {Database(project)}.*");
        foreach (var command in new[] { "migrate:latest", "migrate:list" })
        {
            var result = (await project.RunThroughAsync(user.Url, command)).ShouldExit(1).ShouldBeAClearError();
            result.ShouldComplainOf("CAIRN4002", "SELECT, INSERT, UPDATE and DELETE on cairn_migrations");
        }
    }

    private async Task<Project> StartedAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        return project;
    }

    private static async Task<Tools.ToolResult> RefusedAsync(Project project, MySqlUser user)
    {
        var state = await project.Database.StateAsync();
        var result = (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        result.ShouldComplainOf("CAIRN3016", "20260302A", "Give this user the rights to SELECT");
        Assert.Equal(state, await project.Database.StateAsync());
        return result;
    }

    private static async Task GrantOwnTablesAsync(Project project, MySqlUser user)
    {
        foreach (var table in new[] { "cairn_migrations", "cairn_history", "cairn_journal", "cairn_lock" })
        {
            await user.GrantAsync($"select, insert, update, delete on {Database(project)}.{table}");
        }
    }

    private static string Database(Project project) => project.Database.Url.Split('/')[^1];
}
