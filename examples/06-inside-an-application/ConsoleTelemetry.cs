using System.Diagnostics;
using Cairn.Runtime.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Cms;

/// <summary>What OpenTelemetry's SDK hears of Cairn, on the console. An application has an exporter from a package in this place.</summary>
public sealed class ConsoleTelemetry : IDisposable
{
    /// <summary>The requests too: the SDK's usual sampler takes what is below a span only where it takes that span.</summary>
    private readonly TracerProvider _tracing = Sdk.CreateTracerProviderBuilder()
        .AddSource(CairnTelemetry.SourceName)
        .AddSource("Microsoft.AspNetCore")
        .AddProcessor(new SimpleActivityExportProcessor(new Spans()))
        .Build();

    private readonly MeterProvider _metering = Sdk.CreateMeterProviderBuilder()
        .AddMeter(CairnTelemetry.MeterName)
        .AddReader(new PeriodicExportingMetricReader(new Metrics(), exportIntervalMilliseconds: 10_000))
        .Build();

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
    }

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private sealed class Spans : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                Console.WriteLine($"span {span.DisplayName} {span.Duration.TotalMilliseconds:0.0} ms {span.Status} [{Text(span.TagObjects)}]");
                foreach (var happened in span.Events)
                {
                    Console.WriteLine($"  event {happened.Name} [{Text(happened.Tags)}]");
                }
            }

            return ExportResult.Success;
        }
    }

    private sealed class Metrics : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var tags = new List<KeyValuePair<string, object?>>();
                    foreach (var tag in point.Tags)
                    {
                        tags.Add(tag);
                    }

                    var value = metric.MetricType switch
                    {
                        MetricType.LongSum => $"{point.GetSumLong()}",
                        MetricType.LongGauge => $"{point.GetGaugeLastValueLong()}",
                        _ => $"{point.GetHistogramCount()} times, {point.GetHistogramSum():0.000} in all",
                    };
                    Console.WriteLine($"metric {metric.Name} ({metric.Unit}) {value} [{Text(tags)}]");
                }
            }

            return ExportResult.Success;
        }
    }
}
