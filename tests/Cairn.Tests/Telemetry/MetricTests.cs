using System.Diagnostics;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Runtime.Telemetry;
using Cairn.Tests.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>What is measured, and that nothing is where nobody listens.</summary>
[Collection(AloneCollection.Name)]
public sealed class MetricTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task Runs_migrations_and_the_wait_for_the_lock_are_measured()
    {
        using var heard = Listening.ToMetrics();
        var report = await Migrator(typeof(BreakTraced)).LatestAsync(new LatestRequest(), HostProject.Stop);
        await Migrator().DownAsync(new DownRequest(), HostProject.Stop);
        var metrics = heard.Metrics();
        var applied = report.Migrations.Count - 1;
        Assert.Equal(
            [
                ($"cairn.migration.direction=down cairn.migration.outcome=rolled_back db.system.name=sqlite", 1),
                ($"cairn.migration.direction=up cairn.migration.outcome=applied db.system.name=sqlite", applied),
                ($"cairn.migration.direction=up cairn.migration.outcome=failed db.system.name=sqlite error.type={ErrorCodes.StatementFailed}", 1),
            ],
            Lines("cairn.migrations", metric => metric.Value));
        Assert.Equal(Lines("cairn.migrations", metric => metric.Value), Lines("cairn.migration.duration", metric => metric.Count));
        Assert.Equal(
            [("cairn.operation=down db.system.name=sqlite", 1), ($"cairn.operation=latest db.system.name=sqlite error.type={ErrorCodes.StatementFailed}", 1)],
            Lines("cairn.run.duration", metric => metric.Count));
        Assert.Equal([("cairn.operation=down db.system.name=sqlite", 1), ("cairn.operation=latest db.system.name=sqlite", 1)], Lines("cairn.lock.wait.duration", metric => metric.Count));
        Assert.All(metrics, metric => Assert.True(metric.Value > 0, $"{metric.Name} is {metric.Value}."));

        // Seconds, and not their thousandths.
        Assert.Equal(report.Migrations.Sum(migration => migration.Duration?.TotalSeconds ?? 0), metrics.Single(metric => metric.Name == "cairn.migration.duration" && metric.Tags.Contains("applied", StringComparison.Ordinal)).Value, 6);

        IEnumerable<(string Tags, double Value)> Lines(string name, Func<KeptMetric, double> value) =>
            metrics.Where(metric => metric.Name == name).OrderBy(metric => metric.Tags, StringComparer.Ordinal).Select(metric => (metric.Tags, value(metric)));
    }

    [Fact]
    public async Task What_is_pending_is_known_from_a_look_and_after_a_run_of_everything()
    {
        using var heard = Listening.ToMetrics();
        await Migrator().LatestAsync(new LatestRequest("20260501A"), HostProject.Stop);
        Assert.DoesNotContain(heard.Metrics(), metric => metric.Name == "cairn.migrations.pending");
        await Migrator().CheckAsync(HostProject.Stop);
        Assert.Equal(("db.namespace=host.db db.system.name=sqlite", 1, MetricType.LongGauge), Pending());
        await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.Equal(0, Pending().Value);
        await Migrator(typeof(BreakTraced)).LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.Equal(0, Pending().Value);
        await Migrator(typeof(BreakTraced)).StatusAsync(HostProject.Stop);
        Assert.Equal(1, Pending().Value);

        (string Tags, double Value, MetricType Kind) Pending()
        {
            var metric = heard.Metrics().Single(metric => metric.Name == "cairn.migrations.pending");
            return (metric.Tags, metric.Value, metric.Kind);
        }
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_made()
    {
        Assert.False(Instruments.AreHeard);
        Assert.Null(CallTelemetry.Begin(new TracedCall(SpanNames.Latest), 50));
        using (Listening.ToMetrics())
        {
            Assert.True(Instruments.AreHeard);
        }

        using (var heard = Listening.ToSpans(new AlwaysOffSampler()))
        {
            Assert.True(Instruments.AreHeard);
            (await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
            Assert.Empty(heard.Spans);
        }

        Assert.False(Instruments.AreHeard);
    }

    /// <summary>A sampler that only hands ids on wants no events, and a statement's text is not looked at for it.</summary>
    [Fact]
    public async Task A_span_that_is_not_recorded_has_no_events()
    {
        var kept = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CairnTelemetry.SourceName,
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = kept.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await Migrator().LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.NotEmpty(kept);
        Assert.All(kept, span => Assert.Empty(span.Events));
    }

    public void Dispose() => _project.Dispose();

    private IMigrator Migrator(params Type[] more) => _project.Migrator(options => options.AddMigrations([typeof(CreateTraced), typeof(FillTraced), .. more]));
}
