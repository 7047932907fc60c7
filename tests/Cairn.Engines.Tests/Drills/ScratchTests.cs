using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Drills;

/// <summary>Scratch copies: given ones, those that a killed drill left, and migrations that hang.</summary>
public sealed class ScratchTests(EngineServers servers)
{
    private const string Hangs = "db.Log(\"hanging\");\n    await Task.Delay(System.Threading.Timeout.Infinite);";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_given_database_must_be_empty_and_is_empty_again(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        await using var scratch = await servers.CreateDatabaseAsync(engine);
        project.Write("20260302A-good.csx", DrillScripts.Good);
        Assert.Equal("20260302A passed", (await project.DrillAsync(0, "--scratch", scratch.Url, "--json")).Outcomes());
        Assert.Empty(await scratch.TablesAsync());

        await scratch.ExecuteAsync("create table mine (id integer)");
        (await project.DrillAsync(2, "--scratch", scratch.Url)).ShouldBeAClearError().ShouldComplainOf("CAIRN5002", "mine");
        Assert.Equal(["mine"], await scratch.TablesAsync());
        (await project.DrillAsync(2, "--scratch", project.Database.Url)).ShouldBeAClearError().ShouldComplainOf("CAIRN5002");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_a_killed_drill_left_is_removed_by_the_next_and_a_living_ones_is_not(string engine)
    {
        await using var project = await HangingAsync(engine);
        await using (var killed = CairnTool.Start(project.Workspace.Call("migrate:drill")))
        {
            await killed.SeenAsync("hanging");
            project.Workspace.Delete("20260302A-hangs.csx").Write("20260302A-good.csx", DrillScripts.Good);
            await project.DrillAsync(0);
            Assert.Single(await DrillTests.LeftAsync(project));
            killed.Kill();
            await killed.EndAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Single(await DrillTests.LeftAsync(project));
        // The server may need a moment to see that its client is gone.
        for (var attempt = 0; attempt < 20 && (await DrillTests.LeftAsync(project)).Count > 0; attempt++)
        {
            await project.DrillAsync(0);
        }

        Assert.Empty(await DrillTests.LeftAsync(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_signal_and_a_timeout_drop_the_copy(string engine)
    {
        await using var project = await HangingAsync(engine);
        await using (var stopped = CairnTool.Start(project.Workspace.Call("migrate:drill")))
        {
            await stopped.SeenAsync("hanging");
            stopped.Terminate();
            (await stopped.EndAsync(TimeSpan.FromMinutes(2))).ShouldExit(130);
        }

        Assert.Empty(await DrillTests.LeftAsync(project));
        (await project.DrillAsync(3, "--timeout", "1s")).ShouldBeAClearError().ShouldComplainOf("CAIRN5008", "20260302A");
        Assert.Empty(await DrillTests.LeftAsync(project));
    }

    [Fact]
    public async Task Without_the_right_to_create_databases_the_error_names_the_ways()
    {
        await using var project = await DrillScripts.AppliedAsync(servers, EngineNames.Postgres);
        var database = (PostgresDatabase)project.Database;
        var user = "drill_" + Guid.NewGuid().ToString("N")[..12];
        await database.ExecuteAsync($"create role {user} login password 'pw'; grant all on schema public to {user}; grant all on all tables in schema public to {user}");
        project.Write("20260302A-good.csx", DrillScripts.Good);
        try
        {
            (await project.RefuseAsync(1, ["CAIRN5003", "--scratch", "CREATEDB"], "migrate:drill", "-c", database.UrlWith(user: user, password: "pw"))).ShouldBeAClearError();
        }
        finally
        {
            await database.ExecuteAsync($"drop owned by {user}; drop role {user}");
        }
    }

    [Fact]
    public async Task A_busy_database_is_copied_table_by_table()
    {
        await using var project = await DrillScripts.AppliedAsync(servers, EngineNames.Postgres);
        project.Write("20260302A-good.csx", DrillScripts.Good);
        var alone = await project.DrillAsync(0, "--json");
        Assert.Contains("TEMPLATE", alone.Json.GetProperty("drill").GetProperty("copy").GetProperty("way").GetString(), StringComparison.Ordinal);
        await using var other = await project.Database.OpenAsync();
        var busy = await project.DrillAsync(0, "--json");
        Assert.Contains("COPY", busy.Json.GetProperty("drill").GetProperty("copy").GetProperty("way").GetString(), StringComparison.Ordinal);
        Assert.Empty(busy.Json.GetProperty("warnings").EnumerateArray());
    }

    private async Task<Project> HangingAsync(string engine) =>
        (await DrillScripts.AppliedAsync(servers, engine)).Write("20260302A-hangs.csx", DrillScripts.Of(Hangs, "await Task.CompletedTask;"));
}
