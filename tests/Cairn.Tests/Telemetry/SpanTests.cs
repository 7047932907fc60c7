using System.Diagnostics;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Hosting;
using Cairn.Tests.Hosting;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>A span for each call, and one for each migration in it.</summary>
[Collection(AloneCollection.Name)]
public sealed class SpanTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task A_run_has_a_span_and_each_migration_one_below_it()
    {
        using var heard = Listening.ToSpans();
        (await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        var run = heard.Span("migrate:latest");
        Assert.Equal(ActivityKind.Internal, run.Kind);
        Assert.Equal(ActivityStatusCode.Unset, run.Status);
        Assert.Equal(("latest", "up", "sqlite", "host.db"), (Tag(run, "cairn.operation"), Tag(run, "cairn.run.direction"), Tag(run, "db.system.name"), Tag(run, "db.namespace")));
        var all = heard.Spans.Where(span => span.DisplayName == "migration up").ToList();
        Assert.Equal((all.Count, all.Count), (Tag(run, "cairn.run.planned"), Tag(run, "cairn.run.applied")));
        Assert.All(all, span => Assert.Equal(run.SpanId, span.ParentSpanId));
        Assert.True((double)Tag(run, "cairn.lock.wait_duration")! > 0);

        var migrations = heard.Migrations();
        Assert.Equal(["20260501A", "20260501B"], migrations.Select(span => Tag(span, "cairn.migration.version")));
        Assert.Equal(("Create Traced", "host", "up", "applied"), (Tag(migrations[0], "cairn.migration.name"), Tag(migrations[0], "cairn.migration.source"), Tag(migrations[0], "cairn.migration.direction"), Tag(migrations[0], "cairn.migration.outcome")));
        Assert.Equal(all.Count - 2, all.Count(span => Tag(span, "cairn.migration.source") is "built_in"));
        Assert.InRange(migrations.Sum(span => span.Duration.TotalSeconds), 0.000001, run.Duration.TotalSeconds);
    }

    [Fact]
    public async Task A_failure_is_told_by_codes_alone()
    {
        using var heard = Listening.ToSpans();
        var report = await Migrator(typeof(BreakTraced)).LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.Equal(ErrorCodes.StatementFailed, report.Error!.Code);
        var run = heard.Span("migrate:latest");
        var failed = heard.Migrations()[^1];
        foreach (var span in new[] { run, failed })
        {
            Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
            Assert.Equal((ErrorCodes.StatementFailed, "19"), (Tag(span, "error.type"), Tag(span, "db.response.status_code")));
        }

        Assert.Equal(("20260501C", "failed"), (Tag(failed, "cairn.migration.version"), Tag(failed, "cairn.migration.outcome")));
        Assert.Equal((2, 1), ((int)Tag(run, "cairn.run.applied")! - ((int)Tag(run, "cairn.run.planned")! - 3), Tag(run, "cairn.run.failed")));
        Assert.True(failed.Duration < run.Duration);
        Assert.Equal(ActivityStatusCode.Unset, heard.Migrations()[0].Status);
    }

    [Fact]
    public async Task What_is_rolled_back_with_its_run_has_not_been_applied()
    {
        using var heard = Listening.ToSpans();
        await Migrator().LatestAsync(new LatestRequest("20260501A"), HostProject.Stop);
        await Migrator(typeof(BreakTraced)).LatestAsync(new LatestRequest(SingleTransaction: true), HostProject.Stop);
        Assert.Equal(["applied", "failed", "failed"], heard.Migrations().Select(span => Tag(span, "cairn.migration.outcome")));
        Assert.Equal(0, Tag(heard.Spans[^1], "cairn.run.applied"));
    }

    [Fact]
    public async Task What_stops_a_call_before_it_runs_is_on_its_span()
    {
        using var heard = Listening.ToSpans();
        await Assert.ThrowsAsync<CairnException>(() => _project.Migrator(options => options.Naming = "nobody's").LatestAsync(new LatestRequest(), HostProject.Stop));
        var run = heard.Span("migrate:latest");
        Assert.Equal((ErrorCodes.SettingInvalid, ActivityStatusCode.Error), (Tag(run, "error.type"), run.Status));
    }

    [Fact]
    public async Task A_rollback_goes_down()
    {
        await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop);
        using var heard = Listening.ToSpans();
        await Migrator().DownAsync(new DownRequest(), HostProject.Stop);
        await Migrator().RollbackAsync(new RollbackRequest(), HostProject.Stop);
        Assert.Equal(["migration down", "migrate:down", "migration down", "migrate:rollback"], heard.Spans.Select(span => span.DisplayName));
        Assert.All(heard.Migrations(), span => Assert.Equal("rolled_back", Tag(span, "cairn.migration.outcome")));
        Assert.All(heard.Spans.Where(span => span.DisplayName.StartsWith("migrate:", StringComparison.Ordinal)), span => Assert.Equal(1, Tag(span, "cairn.run.rolled_back")));
    }

    [Fact]
    public async Task What_only_looks_has_a_span_with_what_it_found()
    {
        await Migrator().UpAsync(new UpRequest("20260501A"), HostProject.Stop);
        using var heard = Listening.ToSpans();
        await Migrator().CheckAsync(HostProject.Stop);
        await Migrator().StatusAsync(HostProject.Stop);
        await Migrator().CurrentAsync(HostProject.Stop);
        await Migrator().ValidateAsync(checkPending: false, HostProject.Stop);
        await Migrator().PlanAsync(new LatestRequest { Phase = Phase.Before }, HostProject.Stop);
        Assert.Equal(["migrate:check", "migrate:status", "migrate:current", "migrate:validate", "migrate:plan"], heard.Spans.Select(span => span.DisplayName));
        Assert.All(heard.Spans.Take(2), span => Assert.Equal((1, 0, 0), (Tag(span, "cairn.check.pending"), Tag(span, "cairn.check.missing"), Tag(span, "cairn.check.changed"))));
        Assert.Equal((1, "before"), (Tag(heard.Spans[^1], "cairn.run.planned"), Tag(heard.Spans[^1], "cairn.run.phase")));
        Assert.All(heard.Spans, span => Assert.Equal("sqlite", Tag(span, "db.system.name")));
    }

    [Fact]
    public async Task A_drill_has_one_span_for_each_migration()
    {
        using var heard = Listening.ToBoth();
        Assert.True((await Migrator().DrillAsync(new DrillRequest(), HostProject.Stop)).Passed);
        Assert.Equal(["migration drill", "migration drill", "migrate:drill"], heard.Spans.Select(span => span.DisplayName));
        var run = heard.Spans[^1];
        Assert.All(heard.Migrations(), span => Assert.Equal(run.SpanId, span.ParentSpanId));
        Assert.Equal(["passed", "not_deterministic"], heard.Migrations().Select(span => Tag(span, "cairn.migration.outcome")));
        Assert.Equal((2, 0), (Tag(run, "cairn.run.planned"), Tag(run, "cairn.run.failed")));
        Assert.DoesNotContain(heard.Metrics(), metric => metric.Name is "cairn.lock.wait.duration" or "cairn.migrations");

        var failed = await Migrator(typeof(BreakTraced)).DrillAsync(new DrillRequest(), HostProject.Stop);
        Assert.False(failed.Passed);
        Assert.Equal(ErrorCodes.DrillFailed, Tag(heard.Spans[^1], "error.type"));
        Assert.Equal(ErrorCodes.StatementFailed, Tag(heard.Migrations()[^1], "error.type"));
    }

    [Fact]
    public async Task It_is_below_what_the_application_traces_and_a_migrations_own_is_below_it()
    {
        using var heard = Listening.ToSpans();
        using var source = new ActivitySource("Shop");
        using var listener = new ActivityListener { ShouldListenTo = own => own == source, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        ActivitySpanId? inside = null;
        var observer = new SeesSpans();
        using (var request = source.StartActivity("request"))
        {
            await _project.Migrator(options =>
            {
                options.Observers.Add(observer);
                options.AddMigrations(typeof(CreateTraced)).BeforeEach((migration, _) =>
                {
                    inside = Activity.Current?.SpanId;
                    return Task.CompletedTask;
                });
            }).LatestAsync(new LatestRequest(), HostProject.Stop);
            Assert.Equal(request!.SpanId, heard.Span("migrate:latest").ParentSpanId);
            Assert.Same(request, Activity.Current);
        }

        // So is what is logged of its beginning and its end.
        Assert.Equal(heard.Migrations()[^1].SpanId, inside);
        Assert.Equal([inside, inside], observer.Seen.TakeLast(2));
    }

    [Fact]
    public async Task A_run_with_nothing_to_do_says_so()
    {
        await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop);
        using var heard = Listening.ToSpans();
        await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop);
        var run = Assert.Single(heard.Spans);
        Assert.Equal((0, 0, null), (Tag(run, "cairn.run.planned"), Tag(run, "cairn.run.applied"), Tag(run, "cairn.lock.wait_duration")));
    }

    public void Dispose() => _project.Dispose();

    private sealed class SeesSpans : SilentObserver
    {
        public List<ActivitySpanId?> Seen { get; } = [];

        public override void Started(MigrationOutcome migration) => Seen.Add(Activity.Current?.SpanId);

        public override void Finished(MigrationOutcome migration) => Seen.Add(Activity.Current?.SpanId);
    }

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);

    private IMigrator Migrator(params Type[] more) => _project.Migrator(options => options.AddMigrations([typeof(CreateTraced), typeof(FillTraced), .. more]));
}
