using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Locks;

/// <summary>Who holds GET_LOCK is told by the holder himself, in a row that is believed for as long as he lives.</summary>
public sealed class MySqlHolderTests(EngineServers servers)
{
    [Fact]
    public async Task What_a_killed_run_said_is_not_taken_for_the_next_holders()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        await using (var killed = await Holding.StartAsync(project))
        {
            await killed.KillAsync();
        }

        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from cairn_lock"));
        await using var other = await project.Database.OpenAsync();
        await using var take = other.CreateCommand();
        // The killed run's session lives until the server has noticed.
        take.CommandText = $"select get_lock('cairn:{other.Database}.cairn_migrations', 60)";
        Assert.Equal("1", Convert.ToString(await take.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
        var held = await project.RefuseAsync(4, ["CAIRN4003", "a process that is not known of root", "database session"], "migrate:latest", "--lock-timeout", "100ms");
        Assert.DoesNotContain("since", held.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_row_is_gone_when_the_run_has_ended()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        Assert.Equal("0", await project.Database.ScalarAsync("select count(*) from cairn_lock"));
    }

    /// <summary>Neither PROCESS nor performance_schema, and another user than the holder.</summary>
    [Fact]
    public async Task A_user_who_sees_no_other_sessions_is_told_the_holder_all_the_same()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        await using var holding = await Holding.StartAsync(project);
        await using var user = await MySqlUser.CreateAsync(project.Database, $"select on {project.Database.Url.Split('/')[^1]}.*");
        var waiting = await project.RunThroughAsync(user.Url, "migrate:unlock");
        waiting.ShouldExit(4).ShouldComplainOf("CAIRN4011");
        Assert.Matches($@"^The migration lock is held by process \d+ of \S+ on {Environment.MachineName} since \d{{4}}-", waiting.Output);
        (await project.RunThroughAsync(user.Url, "migrate:unlock", "--force", "--yes")).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf(
            "CAIRN3001", "does not let the lock be looked at or freed", "Nothing was changed", "end others' sessions");
        (await holding.LetGoAsync()).ShouldExit(0);
    }

    /// <summary>Who may not write there has the lock all the same.</summary>
    [Fact]
    public async Task A_user_who_may_not_make_the_table_of_holders_runs()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("drop table cairn_lock");
        await using var user = await MySqlUser.CreateAsync(project.Database, $"select, insert, update, delete on {project.Database.Url.Split('/')[^1]}.*");
        project.Write("20260302A-row.csx", Scripts.Up("    await db.Query(\"things\").InsertAsync(new { name = \"two\" });"));
        (await project.RunThroughAsync(user.Url, "migrate:latest")).ShouldExit(0);
        Assert.Equal(2, await project.CountAsync("things"));
    }
}
