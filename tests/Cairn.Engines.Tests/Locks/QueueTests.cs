using System.Data.Common;
using System.Globalization;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;
using Npgsql;

namespace Cairn.Engines.Tests.Locks;

/// <summary>
/// PostgreSQL puts every reader of a table behind an ALTER TABLE that waits for it. The limit on that wait is how long the application stands
/// still; the readers here ask the server itself not to let them wait longer.
/// </summary>
public sealed class QueueTests(EngineServers servers)
{
    private const string Waiting =
        "select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock' and relation = 'orders'::regclass";

    /// <summary>The limit of 300 ms and what a loaded machine needs on top.</summary>
    private const int ReadersPatience = 2500;

    [Fact]
    public async Task Readers_do_not_queue_behind_a_waiting_migration_for_longer_than_its_limit()
    {
        await using var project = await OrdersAsync("300ms");
        await using var reader = await LongReaderAsync(project);
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await WaitingAsync(project, run);
            Assert.Equal("1", await ReadAsync(project, ReadersPatience));
            await run.SeenAsync($"trying again in {attempt}s.");
        }

        Assert.DoesNotContain("note", await project.Database.StateAsync(), StringComparison.Ordinal);
        await reader.DisposeAsync();
        (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0);
        Assert.Contains("note", await project.Database.StateAsync(), StringComparison.Ordinal);
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Fact]
    public async Task With_a_long_limit_they_do_queue_which_is_why_it_is_short_where_none_is_given()
    {
        await using var project = await OrdersAsync("1h");
        await using var reader = await LongReaderAsync(project);
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await WaitingAsync(project, run);
        var error = await Assert.ThrowsAsync<PostgresException>(() => ReadAsync(project, ReadersPatience));
        Assert.Equal("55P03", error.SqlState);
        await reader.DisposeAsync();
        (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0);
    }

    [Fact]
    public async Task When_the_table_is_never_free_the_migration_fails_and_leaves_nothing()
    {
        await using var project = await OrdersAsync("50ms");
        await using var reader = await LongReaderAsync(project);
        var state = await project.Database.StateAsync();
        var result = (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        result.ShouldComplainOf("CAIRN3007", "trying again in 1s", "trying again in 2s", "trying again in 4s", "LockTimeout", "was rolled back");
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Empty(await project.VersionsAsync());
    }

    private async Task<Project> OrdersAsync(string limit)
    {
        var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await project.Database.ExecuteAsync("create table orders (id int primary key); insert into orders values (1)");
        project.Write("20260301A-note.csx", $"[LockTimeout(\"{limit}\")]\n" + Scripts.Up("await db.Schema.AlterTable(\"orders\", table => table.String(\"note\", 50));"));
        return project;
    }

    /// <summary>A transaction that has read the table and stays open until it is disposed of.</summary>
    private static async Task<DbConnection> LongReaderAsync(Project project)
    {
        var connection = await project.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "begin; select count(*) from orders";
        await command.ExecuteScalarAsync();
        return connection;
    }

    private static async Task WaitingAsync(Project project, ToolRun run)
    {
        while (await project.Database.ScalarAsync(Waiting) == "0")
        {
            Assert.False(run.HasEnded, "The run ended without waiting for the table.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    /// <summary>Reads the table as an application would, for at most so many milliseconds.</summary>
    private static Task<string> ReadAsync(Project project, int patience) => project.Database.ScalarAsync(
        string.Create(CultureInfo.InvariantCulture, $"set lock_timeout = {patience}; select count(*) from orders"));
}
