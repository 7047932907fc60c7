using System.Diagnostics;
using System.Globalization;
using Cairn.Runtime.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Cairn.Tests.Telemetry;

/// <summary>OpenTelemetry's own SDK, which listens as in an application, and keeps in memory what it would export.</summary>
public sealed class Listening : IDisposable
{
    private readonly KeepsSpans _spans = new();
    private readonly KeepsMetrics _metrics = new();
    private readonly TracerProvider? _tracing;
    private readonly MeterProvider? _metering;

    private Listening(Sampler? sampler, bool metrics)
    {
        _tracing = sampler is null ? null : Sdk.CreateTracerProviderBuilder()
            .SetSampler(sampler).AddSource(CairnTelemetry.SourceName).AddProcessor(new SimpleActivityExportProcessor(_spans)).Build();
        _metering = metrics
            ? Sdk.CreateMeterProviderBuilder().AddMeter(CairnTelemetry.MeterName).AddReader(new BaseExportingMetricReader(_metrics)).Build()
            : null;
    }

    /// <summary>What was exported, in the order in which it ended.</summary>
    public IReadOnlyList<Activity> Spans => _spans.Kept;

    public static Listening ToBoth() => new(new AlwaysOnSampler(), metrics: true);

    public static Listening ToSpans(Sampler? sampler = null) => new(sampler ?? new AlwaysOnSampler(), metrics: false);

    public static Listening ToMetrics() => new(sampler: null, metrics: true);

    public Activity Span(string name) => Spans.Single(span => span.DisplayName == name);

    /// <summary>The spans of migrations that are not Cairn's own.</summary>
    public IReadOnlyList<Activity> Migrations() =>
        [.. Spans.Where(span => span.GetTagItem("cairn.migration.source") is not (null or "built_in"))];

    /// <summary>What was measured up to now.</summary>
    public IReadOnlyList<KeptMetric> Metrics()
    {
        _metrics.Kept.Clear();
        _metering!.ForceFlush();
        return _metrics.Kept;
    }

    /// <summary>Every name and every value of everything that was exported, as one text.</summary>
    public string Everything() => string.Join('\n', Spans.SelectMany(span => span.TagObjects
            .Concat(span.Events.SelectMany(happened => happened.Tags.Append(new("event", happened.Name))))
            .Append(new("name", span.DisplayName)).Append(new("status", span.StatusDescription)))
        .Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}"))
        .Concat(_metering is null ? [] : Metrics().Select(metric => $"{metric.Name} {metric.Tags}")));

    public void Dispose()
    {
        _tracing?.Dispose();
        _metering?.Dispose();
    }

    private sealed class KeepsSpans : BaseExporter<Activity>
    {
        private readonly List<Activity> _kept = [];

        public IReadOnlyList<Activity> Kept
        {
            get
            {
                lock (_kept)
                {
                    return [.. _kept];
                }
            }
        }

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                lock (_kept)
                {
                    _kept.Add(span);
                }
            }

            return ExportResult.Success;
        }
    }

    private sealed class KeepsMetrics : BaseExporter<Metric>
    {
        public List<KeptMetric> Kept { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var tags = new List<string>();
                    foreach (var tag in point.Tags)
                    {
                        tags.Add($"{tag.Key}={tag.Value}");
                    }

                    var value = metric.MetricType switch
                    {
                        MetricType.LongSum => point.GetSumLong(),
                        MetricType.LongGauge => point.GetGaugeLastValueLong(),
                        _ => point.GetHistogramSum(),
                    };
                    var count = metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : 1;
                    Kept.Add(new KeptMetric(metric.Name, metric.Unit, metric.Description, metric.MetricType, string.Join(' ', tags.Order(StringComparer.Ordinal)), value, count));
                }
            }

            return ExportResult.Success;
        }
    }
}

/// <summary>One line of a metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Description">What it is.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Tags">Its attributes, <c>name=value</c>, sorted.</param>
/// <param name="Value">The sum, or the last value.</param>
/// <param name="Count">How often it was measured.</param>
public sealed record KeptMetric(string Name, string Unit, string Description, MetricType Kind, string Tags, double Value, long Count);
