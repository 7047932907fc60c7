namespace Cairn.Runtime.Hosting;

/// <summary>
/// The names to listen to for traces and metrics. What is sent under them is listed in docs/hosting.md; where nobody listens, nothing is made.
/// </summary>
/// <example><code>
/// services.AddOpenTelemetry()
///     .WithTracing(tracing => tracing.AddSource(CairnTelemetry.SourceName))
///     .WithMetrics(metrics => metrics.AddMeter(CairnTelemetry.MeterName));
/// </code></example>
public static class CairnTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: a span for each call of <see cref="IMigrator"/>, and one for each migration in it.</summary>
    public const string SourceName = "Cairn";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Cairn";
}
