using System.Data.Common;
using Cairn.Engines.Tests.Servers;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Hosting;
using Cairn.Runtime.Migrations;
using Npgsql;

namespace Cairn.Engines.Tests.Hosting;

/// <summary>An application gives its own connections; what a run does to their sessions is not seen by the application.</summary>
public sealed class GivenConnectionTests(EngineServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Everything_works_on_connections_that_are_given_open(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        var migrator = Migrator(options => options.UseConnection((_, _) => new ValueTask<DbConnection>(database.OpenAsync())));
        Assert.Equal(["20260401A", "20260401B"], Own(await migrator.PlanAsync(new LatestRequest(), Stop)));
        Assert.Empty(await database.TablesAsync());

        Assert.Equal(["20260401A", "20260401B"], Own((await migrator.LatestAsync(new LatestRequest(), Stop)).ThrowIfFailed()));
        var check = await migrator.CheckAsync(Stop);
        Assert.True(check.IsUpToDate);
        Assert.Equal(engine, check.Client.ToString().ToLowerInvariant());
        Assert.Equal(["1"], await database.RowsAsync("select count(*) from given_pages"));

        Assert.Equal(["20260401B"], Own((await migrator.DownAsync(new DownRequest(), Stop)).ThrowIfFailed()));
        Assert.Equal("20260401A", await migrator.CurrentAsync(Stop));
    }

    [Fact]
    public async Task A_pool_gets_its_sessions_back_as_they_were()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var source = NpgsqlDataSource.Create(Connection(database, pool: 2));
        var migrator = Migrator(options => options.UseDataSource(_ => source));
        await migrator.PlanAsync(new LatestRequest(), Stop);
        (await migrator.LatestAsync(new LatestRequest(), Stop)).ThrowIfFailed();
        Assert.Empty(Own((await migrator.LatestAsync(new LatestRequest(), Stop)).ThrowIfFailed()));

        // A plan makes its session read only, a run sets limits and takes an advisory lock.
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await using var command = source.CreateCommand(
                "insert into given_pages (title) values ('x') returning current_setting('lock_timeout') || ' ' || current_setting('client_min_messages') || ' ' || (select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()))");
            Assert.Equal("0 notice 0", await command.ExecuteScalarAsync(Stop));
        }
    }

    [Fact]
    public async Task A_statement_that_fails_is_told_by_connections_without_the_option_that_tells_it_of_a_batch()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var source = NpgsqlDataSource.Create(Connection(database, pool: 2));
        var report = await CairnMigrator.Create(options => options.AddMigrations(typeof(FailInTheMiddle)).UseDataSource(_ => source)).LatestAsync(new LatestRequest(), Stop);
        Assert.Equal(ErrorCodes.StatementFailed, report.Error!.Code);
        Assert.Contains("given_nothing", report.Error.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_needs_a_connection_string_and_says_so()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var source = NpgsqlDataSource.Create(Connection(database, pool: 2));
        var without = await Assert.ThrowsAsync<CairnException>(() => Migrator(options => options.UseDataSource(_ => source)).DrillAsync(new DrillRequest(), Stop));
        Assert.Equal(ErrorCodes.ScratchFailed, without.Code);
        Assert.Contains("DrillConnectionString", without.Fix, StringComparison.Ordinal);

        var called = false;
        var report = await Migrator(options =>
        {
            options.UseDataSource(_ => source).BeforeAll((_, _) => Task.FromResult(called = true));
            options.DrillConnectionString = Connection(database, pool: 1);
        }).DrillAsync(new DrillRequest(), Stop);
        Assert.Null(report.Error);
        Assert.Equal(["20260401A", "20260401B"], report.Migrations.Select(drill => drill.Version));
        Assert.False(called, "A drill calls no hook.");
        Assert.Empty(await database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task Connections_that_do_not_allow_user_variables_are_refused(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        var error = await Assert.ThrowsAsync<CairnException>(() => Migrator(options => options.UseConnection((_, _) =>
        {
            var connection = MySqlFactory.Connection(new Uri(database.Url), null);
            connection.ConnectionString = connection.ConnectionString.Replace("variables=true", "variables=false", StringComparison.OrdinalIgnoreCase);
            return ValueTask.FromResult(connection);
        })).CheckAsync(Stop));
        Assert.Equal(ErrorCodes.ConnectionInvalid, error.Code);
        Assert.Contains("Allow User Variables=True", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_without_its_password()
    {
        var port = ServerFolder.FreePort();
        var error = await Assert.ThrowsAsync<CairnException>(() => Migrator(options => options.UseConnection(
            (_, _) => ValueTask.FromResult<DbConnection>(new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=u;Password=hush-hush;Database=d")))).CheckAsync(Stop));
        Assert.Equal(ErrorCodes.Unreachable, error.Code);
        Assert.DoesNotContain("hush-hush", error.ToString(), StringComparison.Ordinal);
    }

    private static IMigrator Migrator(Action<CairnOptions> configure) => CairnMigrator.Create(options =>
    {
        options.AddMigrations(typeof(CreateGivenPages), typeof(FillGivenPages));
        configure(options);
    });

    private static IEnumerable<string> Own(RunReport report) =>
        report.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => migration.Version);

    private static string Connection(TestDatabase database, int pool) =>
        new NpgsqlConnectionStringBuilder(((PostgresDatabase)database).ConnectionString) { Pooling = true, MaxPoolSize = pool }.ConnectionString;
}

[MigrationVersion("20260401A", "Create Given Pages")]
public sealed class CreateGivenPages : Migration
{
    public override void Up() => Schema.CreateTable("given_pages", table =>
    {
        table.Increments("id");
        table.String("title").NotNull();
    });

    public override void Down() => Schema.DropTable("given_pages");
}

[MigrationVersion("20260401B", "Fill Given Pages")]
public sealed class FillGivenPages : Migration
{
    public override void Up() => AddSql("insert into given_pages (title) values (@title)", new { title = "first" });

    public override void Down() => AddSql("delete from given_pages where title = 'first'");
}

[MigrationVersion("20260401C", "Fail In The Middle")]
public sealed class FailInTheMiddle : Migration
{
    public override void Up()
    {
        Schema.CreateTable("given_first", table => table.Increments("id"));
        Schema.RenameTable("given_nothing", "given_other");
        Schema.CreateTable("given_third", table => table.Increments("id"));
    }
}
