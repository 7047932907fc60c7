using System.Text.Json;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Locks;

/// <summary><c>migrate:unlock</c>: who holds the lock, and what becomes of it.</summary>
public sealed class UnlockTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Nobody_holds_it(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        Assert.Equal("Nobody holds the migration lock.\n", (await project.DoAsync("migrate:unlock")).Output.ReplaceLineEndings("\n"));
        Assert.Empty(await project.Database.TablesAsync());
        await project.DoAsync("database:install");
        var json = (await project.DoAsync("migrate:unlock", "--json")).Json;
        Assert.False(json.GetProperty("lock").GetProperty("held").GetBoolean());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_living_owner_is_shown_and_keeps_it(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the holder of a lock file cannot be read");
        await using var project = await Project.NewAsync(servers, engine);
        await using var holding = await Holding.StartAsync(project);
        var text = (await project.RunAsync("migrate:unlock")).ShouldExit(4).ShouldBeAClearError().ShouldComplainOf("CAIRN4011");
        Assert.Matches($@"^The migration lock is held by process \d+ of \S+ on {Environment.MachineName} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC", text.Output);
        var held = (await project.RunAsync("migrate:unlock", "--json")).ShouldExit(4).Json.GetProperty("lock");
        Assert.True(held.GetProperty("held").GetBoolean());
        Assert.True(held.GetProperty("alive").GetBoolean());
        Assert.False(held.GetProperty("freed").GetBoolean());
        Assert.Equal(Environment.MachineName, held.GetProperty("host").GetString());
        Assert.True(held.GetProperty("pid").GetInt32() > 1);
        Assert.True(held.GetProperty("since").GetDateTimeOffset() <= DateTimeOffset.UtcNow.AddSeconds(1));
        (await holding.LetGoAsync()).ShouldExit(0);
        await project.DoAsync("migrate:unlock");
    }

    public static TheoryData<string> WithSessions => [.. EngineNames.Supported.Select(row => row.Data).Where(engine => engine != EngineNames.Sqlite)];

    [Theory, MemberData(nameof(WithSessions))]
    public async Task Force_ends_the_session_of_a_living_owner_and_its_run_fails(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await using var holding = await Holding.StartAsync(project);
        (await project.RunAsync("migrate:unlock", "--force")).ShouldExit(2).ShouldComplainOf("CAIRN7008", "--yes");
        var freed = await project.DoAsync("migrate:unlock", "--force", "--yes", "--json");
        Assert.True(freed.Json.GetProperty("lock").GetProperty("freed").GetBoolean());
        await project.DoAsync("migrate:unlock");
        (await holding.LetGoAsync()).ShouldExit(1).ShouldComplainOf("CAIRN3011");
        Assert.Empty(await project.VersionsAsync());
    }

    [Fact]
    public async Task Force_takes_the_lease_of_a_living_owner_and_its_run_fails()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var database = (PostgresDatabase)project.Database;
        await using var pooler = await PgBouncerServer.StartAsync(database);
        await using var holding = await Holding.StartAsync(project, pooler.Url(database));
        (await project.RunAsync("migrate:unlock")).ShouldExit(4).ShouldComplainOf("CAIRN4011");
        (await project.RunThroughAsync(pooler.Url(database), "migrate:unlock")).ShouldExit(4).ShouldComplainOf("CAIRN4011");
        await project.DoAsync("migrate:unlock", "--force", "--yes");
        (await holding.LetGoAsync()).ShouldExit(1).ShouldComplainOf("CAIRN4010");
        Assert.Empty(await project.TablesAsync());
    }

    [Fact]
    public async Task The_lease_of_a_dead_owner_is_freed_without_force()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var database = (PostgresDatabase)project.Database;
        await using var pooler = await PgBouncerServer.StartAsync(database);
        await using var holding = await Holding.StartAsync(project, pooler.Url(database));
        await holding.KillAsync();
        var freed = (await project.DoAsync("migrate:unlock", "--json")).Json.GetProperty("lock");
        Assert.Equal("lease", freed.GetProperty("kind").GetString());
        Assert.False(freed.GetProperty("alive").GetBoolean());
        Assert.True(freed.GetProperty("freed").GetBoolean());
        Assert.Equal("0", await database.ScalarAsync("select count(*) from cairn_lock"));
    }

    [Fact]
    public async Task A_lock_file_cannot_be_taken_from_a_living_process_and_one_left_behind_is_nobodys()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the holder of a lock file cannot be read");
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        await using var holding = await Holding.StartAsync(project);
        var held = (await project.RunAsync("migrate:unlock", "--force", "--yes", "--json")).ShouldExit(4).Json;
        var process = held.GetProperty("lock").GetProperty("pid").GetInt32();
        Assert.Contains($"end process {process} on", held.GetProperty("error").GetProperty("fix").GetString(), StringComparison.Ordinal);
        await holding.KillAsync();
        Assert.Equal(JsonValueKind.False, (await project.DoAsync("migrate:unlock", "--json")).Json.GetProperty("lock").GetProperty("held").ValueKind);
    }
}
