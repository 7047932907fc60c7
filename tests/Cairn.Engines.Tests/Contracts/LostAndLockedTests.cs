using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A server that ends the session, and sessions that wait for each other: code, state and fix, and the run after it.</summary>
public sealed class LostAndLockedTests(EngineServers servers)
{
    private const string Name = "20260302A-middle.csx";

    public static TheoryData<string, bool> Sessions => new()
    {
        { EngineNames.Postgres, false }, { EngineNames.Postgres, true }, { EngineNames.MariaDb, false },
    };

    [Theory, MemberData(nameof(Sessions))]
    public async Task A_server_that_goes_away_in_the_middle_of_a_statement(string engine, bool outside)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("create table mended (id integer)");
        var end = engine == EngineNames.Postgres ? "pg_terminate_backend(pg_backend_pid())" : "sleep(600)";
        project.Write(Name, (outside ? "[NoTransaction]\n" : "") + Scripts.Up(
            $$"""
                await db.Schema.CreateTable("first", table => { table.Increments("id"); table.String("name", 20); });
                await db.Query("first").InsertAsync(new { name = "once" });
                if (await db.Query("mended").CountAsync<int>() == 0)
                {
                    db.Log("now");
                }

                await db.Sql("insert into first (name) select {{(engine == EngineNames.Postgres ? $"'end' || {end}::text" : $"concat('end', {end})")}} from things where (select count(*) from mended) = 0");
            """));
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await run.SeenAsync("now");
        if (engine == EngineNames.MariaDb)
        {
            await KillAsync(project.Database, "sleep(600)");
        }

        var state = engine == EngineNames.MariaDb || outside ? "is half run and not recorded" : "20260302A was rolled back";
        (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf(
            "CAIRN3011", Name, state, "Run the same command again when the database answers");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        await project.Database.ExecuteAsync("insert into mended values (1)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["once"], await project.Database.RowsAsync("select name from first"));
    }

    public static TheoryData<string> Deadlocking => [EngineNames.Postgres, EngineNames.MariaDb];

    /// <summary>The other session is the one that the database lets live: it waits longer, or has changed more.</summary>
    [Theory, MemberData(nameof(Deadlocking))]
    public async Task A_deadlock(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("insert into things (name) values ('two'), ('three'), ('four'), ('five'), ('six')");
        project.Write(Name, "[NoTransaction, LockTimeout(\"60s\")]\n" + Scripts.Up(
            """
                await db.Transaction(async () =>
                {
                    await db.Sql("update things set name = 'mine' where id = 2");
                    db.Log("waiting");
                    await db.Sql("update things set name = 'mine' where id = 1");
                });
            """));
        await using var other = await project.Database.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var command = other.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = engine == EngineNames.Postgres ? "set local deadlock_timeout = '1h'" : "update things set name = 'theirs' where id > 2";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "update things set name = 'theirs' where id = 1";
        await command.ExecuteNonQueryAsync();
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await run.SeenAsync("waiting");
        command.CommandText = "update things set name = 'theirs' where id = 2";
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf(
            "CAIRN3007", Name, "deadlock", "waited for each other", "20260302A");
        Assert.Equal("theirs", await project.Database.ScalarAsync("select name from things where id = 2"));
        await project.DoAsync("migrate:latest");
        Assert.Equal("mine", await project.Database.ScalarAsync("select name from things where id = 2"));
    }

    private static async Task KillAsync(TestDatabase database, string statement)
    {
        // Until the statement is seen to run; asked, not waited for.
        IReadOnlyList<string> found = [];
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (found.Count == 0)
        {
            found = await database.RowsAsync(
                $"select id from information_schema.processlist where db = database() and id <> connection_id() and info like 'insert into first%{statement}%'");
            await pause.WaitForNextTickAsync();
        }

        await database.ExecuteAsync($"kill {found[0]}");
    }
}
