using System.Diagnostics;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Tests.Hosting;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>The statements of a migration are events of its span, up to a number.</summary>
[Collection(AloneCollection.Name)]
public sealed class EventTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task Each_statement_is_an_event_and_Cairns_own_are_not()
    {
        using var heard = Listening.ToSpans();
        (await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        var (create, fill) = (heard.Migrations()[0], heard.Migrations()[1]);
        Assert.Equal(["CREATE TABLE traced"], create.Events.Select(one => Tag(one, "db.query.summary")));
        Assert.Contains("DEFAULT ?", (string)Tag(create.Events.Single(), "db.query.text")!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["insert traced", "INSERT traced", "select traced", "INSERT traced"], fill.Events.Select(one => Tag(one, "db.query.summary")));
        Assert.Equal(["insert into traced (name) values (?), (?)", "select id from traced where name = ?"], fill.Events.Where((_, index) => index % 2 == 0).Select(one => Tag(one, "db.query.text")));
        Assert.Equal([2L, 1L, null, 1200L], fill.Events.Select(one => Tag(one, "cairn.statement.rows_affected")));
        Assert.All(fill.Events, one =>
        {
            Assert.Equal("cairn.statement", one.Name);
            Assert.Equal("traced", Tag(one, "db.collection.name"));
            Assert.Matches("(?i)^(insert|select)$", (string)Tag(one, "db.operation.name")!);
            Assert.InRange((double)Tag(one, "cairn.statement.duration")!, 0.0000001, fill.Duration.TotalSeconds);
            Assert.InRange(one.Timestamp.UtcDateTime, fill.StartTimeUtc.AddMilliseconds(-20), fill.StartTimeUtc + fill.Duration);
        });
        Assert.Equal((4, null), (fill.GetTagItem("cairn.statement.count"), fill.GetTagItem("cairn.statement.left_out")));
        Assert.DoesNotContain(heard.Migrations().SelectMany(span => span.Events), one => ((string)Tag(one, "db.query.text")!).Contains("cairn_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_are_as_many_as_the_application_wants_and_the_one_that_failed_always()
    {
        using var heard = Listening.ToSpans();
        await Migrator(options => options.StatementEvents = 2, typeof(BreakTraced)).LatestAsync(new LatestRequest(), HostProject.Stop);
        var failed = heard.Migrations()[^1];
        Assert.Equal((6, 3), (failed.GetTagItem("cairn.statement.count"), failed.GetTagItem("cairn.statement.left_out")));
        Assert.Equal([null, null, "19"], failed.Events.Select(one => Tag(one, "error.type")));
        Assert.Equal("19", Tag(failed.Events.Last(), "db.response.status_code"));
        Assert.Equal((4, 2), (heard.Migrations()[1].GetTagItem("cairn.statement.count"), heard.Migrations()[1].GetTagItem("cairn.statement.left_out")));
    }

    [Fact]
    public async Task Nothing_that_is_sent_has_a_value_or_a_secret()
    {
        using var heard = Listening.ToBoth();
        var folder = Directory.CreateDirectory(Path.Combine(_project.Folder, "hush-folder")).FullName;
        await Migrator(options => options.UseConnectionString(Client.Sqlite, $"Data Source={folder}/host.db;Pooling=False"), typeof(BreakTraced)).LatestAsync(new LatestRequest(), HostProject.Stop);
        await Migrator(options => options.UseConnectionString(Client.Postgres, "Host=127.0.0.1;Port=1;Username=hush-user;Password=hush-password;Database=shop;Application Name=hush-name"))
            .CheckAsync(HostProject.Stop).ContinueWith(failed => Assert.NotNull(failed.Exception), HostProject.Stop, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var everything = heard.Everything();
        Assert.Contains("db.query.text=insert into traced (name) values (?), (?)", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", everything, StringComparison.Ordinal);
        var check = heard.Span("migrate:check");
        Assert.Equal(("postgresql", "shop", "127.0.0.1", 1), (check.GetTagItem("db.system.name"), check.GetTagItem("db.namespace"), check.GetTagItem("server.address"), check.GetTagItem("server.port")));
        Assert.Equal(ErrorCodes.Unreachable, check.GetTagItem("error.type"));
    }

    public void Dispose() => _project.Dispose();

    private static object? Tag(ActivityEvent happened, string name) => happened.Tags.FirstOrDefault(tag => tag.Key == name).Value;

    private IMigrator Migrator(params Type[] more) => Migrator(_ => { }, more);

    private IMigrator Migrator(Action<CairnOptions> configure, params Type[] more) => _project.Migrator(options =>
    {
        options.AddMigrations([typeof(CreateTraced), typeof(FillTraced), .. more]);
        configure(options);
    });
}
