using System.Data.Common;
using System.Diagnostics;
using Cairn.Engines.Tests.Servers;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Tests.Telemetry;

namespace Cairn.Engines.Tests.Hosting;

/// <summary>What a run sends to those who trace, where statements travel together and where they do not: each of a migration's own once, and no value of any.</summary>
public sealed class SpanTests(EngineServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Each_statement_of_a_migration_is_an_event_once(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        using var heard = Listening.ToSpans();
        var (own, run) = await TraceAsync(heard, "migrate:latest", async () =>
            (await Migrator(database, typeof(SpanTables)).LatestAsync(new LatestRequest(), Stop)).ThrowIfFailed());
        var span = Assert.Single(own);
        Assert.Equal(
            [
                "create table span_a", "create table span_b", "alter table span_a", "insert span_a", "create table span_c", "insert span_b",
                "select span_b", "insert span_c", "create table span_d", "create table span_e",
            ],
            span.Events.Select(Summary).Select(summary => summary == "copy span_c" ? "insert span_c" : summary));
        Assert.Equal(10, span.GetTagItem("cairn.statement.count"));
        Assert.Equal(
            engine == EngineNames.Postgres ? [2, 2, 3, 3, 3] : [],
            span.Events.Select(one => Tag(one, "db.operation.batch.size")).OfType<int>().Order());
        Assert.Equal([2L, 1L, 2L], span.Events.Where(one => Summary(one) is "insert span_a" or "insert span_b" or "insert span_c" or "copy span_c").Select(one => Tag(one, "cairn.statement.rows_affected")));
        Assert.DoesNotContain("hush", heard.Everything(), StringComparison.Ordinal);

        var system = engine == EngineNames.Postgres ? "postgresql" : engine;
        Assert.All(own.Append(run), one =>
        {
            Assert.Equal(system, one.GetTagItem("db.system.name"));
            Assert.NotEmpty((string)one.GetTagItem("db.namespace")!);
            Assert.Equal(engine != EngineNames.Sqlite, one.GetTagItem("server.address") is string);
            Assert.Equal(engine != EngineNames.Sqlite, one.GetTagItem("server.port") is > 0);
        });
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_statement_that_failed_is_the_last_event_and_has_the_databases_code(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        using var heard = Listening.ToSpans();
        var (own, run) = await TraceAsync(heard, "migrate:latest", () => Migrator(database, typeof(SpanBreaks)).LatestAsync(new LatestRequest(), Stop));
        var code = engine switch { EngineNames.Postgres => "42P07", EngineNames.Sqlite => "1", _ => "1050" };
        var span = Assert.Single(own);
        Assert.Equal(["create table span_a", "create table span_b", "create table span_a"], span.Events.Select(Summary));
        Assert.Equal([null, null, code], span.Events.Select(one => Tag(one, "error.type")));
        Assert.All([span, run], one => Assert.Equal((ErrorCodes.StatementFailed, code), (one.GetTagItem("error.type"), one.GetTagItem("db.response.status_code"))));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_wait_for_another_runs_lock_is_on_the_span(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        using var heard = Listening.ToSpans();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Migrator(database, options => options.BeforeAll(async (_, token) =>
        {
            held.SetResult();
            await waits.Task.WaitAsync(TimeSpan.FromMinutes(2), token);
        }), typeof(SpanTables)).LatestAsync(new LatestRequest(), Stop);
        await held.Task.WaitAsync(TimeSpan.FromMinutes(2), Stop);
        var (_, run) = await TraceAsync(heard, "migrate:latest", async () =>
        {
            var error = await Assert.ThrowsAsync<CairnException>(() => Migrator(
                database,
                options =>
                {
                    options.LockTimeout = TimeSpan.FromMilliseconds(300);
                },
                typeof(SpanTables)).LatestAsync(new LatestRequest(), Stop));
            Assert.Equal(ErrorCodes.LockTimeout, error.Code);
        });
        waits.SetResult();
        (await first).ThrowIfFailed();
        Assert.Equal(ErrorCodes.LockTimeout, run.GetTagItem("error.type"));
        Assert.True((double)run.GetTagItem("cairn.lock.wait_duration")! >= 0.3);
    }

    /// <summary>Other tests are listened to as well, so only what is below this one's own activity counts.</summary>
    private static async Task<(IReadOnlyList<Activity> Migrations, Activity Run)> TraceAsync(Listening heard, string name, Func<Task> work)
    {
        using var own = new Activity("test").Start();
        await work();
        return ([.. heard.Migrations().Where(span => span.TraceId == own.TraceId && span.DisplayName != name)], heard.Spans.Single(span => span.TraceId == own.TraceId && span.DisplayName == name));
    }

    private static string Summary(ActivityEvent happened) => ((string)Tag(happened, "db.query.summary")!).ToLowerInvariant();

    private static object? Tag(ActivityEvent happened, string name) => happened.Tags.FirstOrDefault(tag => tag.Key == name).Value;

    private static IMigrator Migrator(TestDatabase database, params Type[] migrations) => Migrator(database, _ => { }, migrations);

    private static IMigrator Migrator(TestDatabase database, Action<CairnOptions> configure, params Type[] migrations) => CairnMigrator.Create(options =>
    {
        // On connections that are given nothing travels together on PostgreSQL, unless they tell which statement failed.
        _ = database is PostgresDatabase postgres
            ? options.UseConnectionString(Client.Postgres, postgres.ConnectionString)
            : options.UseConnection((_, _) => new ValueTask<DbConnection>(database.OpenAsync()));
        options.AddMigrations(migrations);
        configure(options);
    });
}
