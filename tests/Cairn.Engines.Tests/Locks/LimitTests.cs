using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Locks;

/// <summary><c>[Timeout]</c> and <c>[LockTimeout]</c> where a change of the schema can be rolled back.</summary>
public sealed class LimitTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Transactional), MemberType = typeof(EngineNames))]
    public async Task A_statement_that_takes_too_long_is_ended_and_leaves_nothing(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-long.csx", "[Timeout(\"300ms\")]\n" + Scripts.Up(
            $$"""
                await db.Query("things").InsertAsync(new { name = "two" });
                await db.Sql("{{LongStatement(engine)}}");
            """));
        await project.RefuseAsync(1, ["CAIRN3006", "Timeout"], "migrate:latest");
        project.Workspace.Delete("20260302A-long.csx");
        await project.DoAsync("migrate:latest", "--lock-timeout", "1s");
    }

    [Fact]
    public async Task On_sqlite_a_migration_that_finds_the_file_locked_tries_again_and_goes_on_when_it_is_free()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-more.csx", "[LockTimeout(\"1s\")]\n" + Scripts.Table("more"));
        await using var writer = await project.Database.OpenAsync();
        await using var command = writer.CreateCommand();
        command.CommandText = "begin immediate; insert into things (name) values ('two')";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await run.SeenAsync("trying again in 1s");

        // The waiting migration keeps nobody from reading.
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from things"));
        command.CommandText = "commit";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0);
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    // Minutes on any machine; the patience of the test is shorter.
    private static string LongStatement(string engine) => engine == EngineNames.Sqlite
        ? "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000000000) insert into things (name) select 'x' from n where i < 0"
        : "select pg_sleep(600)";
}
