using System.Globalization;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Locks;

/// <summary>PostgreSQL behind PgBouncer in transaction mode: the lease instead of a session's lock.</summary>
public sealed class LeaseTests(EngineServers servers)
{
    private const string AdvisoryLocks = "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

    [Fact]
    public async Task Behind_a_pooler_the_run_holds_a_lease_and_no_session_lock()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        await using var holding = await Holding.StartAsync(project, pooler.Url(Database(project)));
        var (host, user) = (Environment.MachineName, Environment.UserName);
        Assert.Equal([$"{host} | {user} | 1"], await project.Database.RowsAsync("select host, user_name, expires_at > clock_timestamp() from cairn_lock"));
        Assert.Equal("0", await project.Database.ScalarAsync(AdvisoryLocks));
        (await holding.LetGoAsync()).ShouldExit(0);
        Assert.Equal("0", await project.Database.ScalarAsync("select count(*) from cairn_lock"));
        Assert.Equal("0", await project.Database.ScalarAsync(AdvisoryLocks));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_run_waits_for_another_whichever_road_each_takes(bool holderThroughPooler, bool waiterThroughPooler)
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        var pooled = pooler.Url(Database(project));
        await using var holding = await Holding.StartAsync(project, holderThroughPooler ? pooled : null);
        var waiting = await project.RunThroughAsync(waiterThroughPooler ? pooled : null, "migrate:latest", "--lock-timeout", "300ms");
        waiting.ShouldExit(4).ShouldBeAClearError().ShouldComplainOf("CAIRN4003", $"on {Environment.MachineName} since");
        (await holding.LetGoAsync()).ShouldExit(0);
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_lease_of_a_killed_run_is_free_at_once_for_runs_on_the_same_machine(bool nextThroughPooler)
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        var pooled = pooler.Url(Database(project));
        await using var holding = await Holding.StartAsync(project, pooled);
        await holding.KillAsync();
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from cairn_lock"));
        project.Write(Scripts.Name, Scripts.Good);
        (await project.RunThroughAsync(nextThroughPooler ? pooled : null, "migrate:latest", "--lock-timeout", "5s")).ShouldExit(0);
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_lease_of_a_killed_run_on_another_machine_is_free_when_it_has_expired(bool nextThroughPooler)
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        var pooled = pooler.Url(Database(project));
        await using var holding = await Holding.StartAsync(project, pooled);
        await holding.KillAsync();
        project.Write(Scripts.Name, Scripts.Good);
        await project.Database.ExecuteAsync("update cairn_lock set process_mark = 'elsewhere'");
        var road = nextThroughPooler ? pooled : null;
        (await project.RunThroughAsync(road, "migrate:latest", "--lock-timeout", "200ms")).ShouldExit(4);
        await project.Database.ExecuteAsync("update cairn_lock set expires_at = clock_timestamp() - interval '1 second'");
        (await project.RunThroughAsync(road, "migrate:latest", "--lock-timeout", "5s")).ShouldExit(0);
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Theory]
    [InlineData("delete from cairn_lock")]
    [InlineData("update cairn_lock set token = 'another run'")]
    public async Task A_run_that_lost_its_lease_commits_nothing(string loss)
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        await using var holding = await Holding.StartAsync(project, pooler.Url(Database(project)));
        await project.Database.ExecuteAsync(loss);
        (await holding.LetGoAsync()).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN4010", "rolled back");
        Assert.Empty(await project.TablesAsync());
        Assert.Empty(await project.VersionsAsync());
    }

    [Fact]
    public async Task A_statement_outside_a_transaction_is_stopped_when_the_lease_is_lost_while_it_runs()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        project.Write(Scripts.Name, "[NoTransaction]\n" + Scripts.Up(
            """
                await db.Schema.CreateTable("things", table => table.Increments("id"));
                db.Log("sleeps");
                await db.Sql("create table others as select 1 as a from pg_sleep(600)");
            """));
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest").Through(pooler.Url(Database(project))));
        await run.SeenAsync("sleeps");
        while (await project.Database.ScalarAsync("select count(*) from pg_stat_activity where query like 'create table others%' and state = 'active'") == "0")
        {
            Assert.False(run.HasEnded, "The run ended before its long statement was seen.");
            await Task.Yield();
        }

        await project.Database.ExecuteAsync("delete from cairn_lock");
        // Its own patience is a tenth of the statement's time.
        (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN4010");
        Assert.DoesNotContain("others", await project.Database.TablesAsync(), StringComparer.Ordinal);
        Assert.Empty(await project.VersionsAsync());
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_migration_works()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        await using var holding = await Holding.StartAsync(project, pooler.Url(Database(project)));
        var before = await project.Database.ScalarAsync("select heartbeat_at from cairn_lock");
        while (await project.Database.ScalarAsync("select heartbeat_at from cairn_lock") == before)
        {
            Assert.False(holding.Run.HasEnded, "The run ended before its lease was renewed.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }

        Assert.Equal("30", await project.Database.ScalarAsync("select extract(epoch from expires_at - heartbeat_at)::int from cairn_lock"));
        (await holding.LetGoAsync()).ShouldExit(0);
    }

    [Fact]
    public async Task No_setting_of_the_run_stays_in_the_sessions_of_others()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(project));
        var pooled = pooler.Url(Database(project));
        project.Write(Scripts.Name, Scripts.Good);
        project.Write("20260302A-index.csx", "[NoTransaction]\n" + Scripts.Up("await db.Sql(\"create index concurrently things_name on things (name)\");"));
        (await project.RunThroughAsync(pooled, "migrate:plan")).ShouldExit(0);
        (await project.RunThroughAsync(pooled, "migrate:latest")).ShouldExit(0);

        // Every session that the pooler has, by holding each in a transaction.
        var sessions = int.Parse(
            await project.Database.ScalarAsync("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"), CultureInfo.InvariantCulture);
        Assert.True(sessions > 0);
        for (var session = 0; session < sessions * 3; session++)
        {
            await using var connection = await pooler.OpenAsync(Database(project));
            await using var command = connection.CreateCommand();
            command.CommandText =
                "select concat_ws(' ', current_setting('lock_timeout'), current_setting('statement_timeout'), current_setting('default_transaction_read_only'), "
                + "current_setting('client_min_messages'), current_setting('client_connection_check_interval', true))";
            Assert.Equal("0 0 off notice 0", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_table_that_a_first_run_makes_is_the_one_of_the_built_in_migration()
    {
        const string Columns =
            "select column_name, data_type, character_maximum_length, datetime_precision, is_nullable, column_default from information_schema.columns where table_name = 'cairn_lock' order by 1";
        await using var direct = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var behind = await Project.NewAsync(servers, EngineNames.Postgres);
        await using var pooler = await PgBouncerServer.StartAsync(Database(behind));
        await direct.DoAsync("database:install");
        (await behind.RunThroughAsync(pooler.Url(Database(behind)), "database:install")).ShouldExit(0);
        Assert.NotEmpty(await direct.Database.RowsAsync(Columns));
        Assert.Equal(await direct.Database.RowsAsync(Columns), await behind.Database.RowsAsync(Columns));

        // Rolled back by a run that holds a lease, it stays, and is found there again.
        (await behind.RunThroughAsync(pooler.Url(Database(behind)), "migrate:down", "--include-built-in")).ShouldExit(0);
        Assert.Contains("cairn_lock", await behind.Database.TablesAsync(), StringComparer.Ordinal);
        (await behind.RunThroughAsync(pooler.Url(Database(behind)), "database:install")).ShouldExit(0);
    }

    private static PostgresDatabase Database(Project project) => (PostgresDatabase)project.Database;
}
