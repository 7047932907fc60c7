using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Locks;

/// <summary>The lease in place of GET_LOCK, on one server that is set up as a node of a Galera cluster; of several nodes there is no test.</summary>
public sealed class ClusterLeaseTests
{
    [Fact]
    public async Task A_run_holds_a_lease_that_others_wait_for_and_that_is_gone_at_its_end()
    {
        await using var server = await StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var project = new Project(database, Workspace.For(database));
        await using (var holding = await Holding.StartAsync(project))
        {
            Assert.Equal(["1 | 30000000"], await database.RowsAsync(
                "select expires_at > utc_timestamp(6), timestampdiff(microsecond, heartbeat_at, expires_at) from cairn_lock"));
            (await project.RunAsync("migrate:latest", "--lock-timeout", "100ms")).ShouldExit(4).ShouldBeAClearError().ShouldComplainOf("CAIRN4003", Environment.MachineName);
            var owner = (await project.RunAsync("migrate:unlock", "--json")).ShouldExit(4).Json.GetProperty("lock");
            Assert.Equal("lease", owner.GetProperty("kind").GetString());
            (await holding.LetGoAsync()).ShouldExit(0);
        }

        Assert.Equal("0", await database.ScalarAsync("select count(*) from cairn_lock"));
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Fact]
    public async Task A_killed_runs_lease_is_taken_over_and_a_lost_one_stops_the_run()
    {
        await using var server = await StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var project = new Project(database, Workspace.For(database));
        await using (var killed = await Holding.StartAsync(project))
        {
            await killed.KillAsync();
        }

        await using (var holding = await Holding.StartAsync(project))
        {
            await project.DoAsync("migrate:unlock", "--force", "--yes");
            (await holding.LetGoAsync()).ShouldExit(1).ShouldComplainOf("CAIRN4010");
        }

        Assert.Empty(await project.VersionsAsync());
        await project.DoAsync("migrate:latest");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    private static async Task<MySqlServer> StartAsync()
    {
        var off = string.Equals(Environment.GetEnvironmentVariable("CAIRN_TEST_MARIADB"), "off", StringComparison.OrdinalIgnoreCase);
        var server = off ? null : await MariaDbServer.TryStartOwnAsync("--wsrep-on=1", "--wsrep-provider=none", "--binlog-format=ROW");
        Assert.SkipWhen(server is null, "There is no MariaDB here whose options the test could choose.");
        return server!;
    }
}
