using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Cairn.Runtime.Hosting;

namespace Cairn.Runtime.Telemetry;

/// <summary>The one source and the one meter. Their names, units and attributes are public: dashboards are made of them.</summary>
internal static class Instruments
{
    private const string Seconds = "s";

    /// <summary>In seconds. Most migrations take milliseconds, and those that matter minutes or hours.</summary>
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600];

    private static readonly string? Version =
        typeof(Instruments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static readonly Meter Meter = new(CairnTelemetry.MeterName, Version);

    /// <summary>Makes the spans.</summary>
    public static ActivitySource Source { get; } = new(CairnTelemetry.SourceName, Version);

    /// <summary>How long calls took.</summary>
    public static Histogram<double> RunDuration { get; } = Duration("cairn.run.duration", "How long a call of the migrator took, waiting for the lock included.");

    /// <summary>How long migrations took.</summary>
    public static Histogram<double> MigrationDuration { get; } = Duration("cairn.migration.duration", "How long a migration took in one direction, its commit included.");

    /// <summary>How long runs waited for the lock.</summary>
    public static Histogram<double> LockWait { get; } = Duration("cairn.lock.wait.duration", "How long a run waited for the migration lock.");

    /// <summary>What became of migrations.</summary>
    public static Counter<long> Migrations { get; } = Meter.CreateCounter<long>("cairn.migrations", "{migration}", "Migrations that were run, by what became of them.");

    /// <summary>What a look found.</summary>
    public static Gauge<long> Pending { get; } = Meter.CreateGauge<long>("cairn.migrations.pending", "{migration}", "Migrations that were pending when it was last looked.");

    /// <summary>Whether anybody listens. Where nobody does, a call asks this and no more.</summary>
    public static bool AreHeard =>
        Source.HasListeners() || RunDuration.Enabled || MigrationDuration.Enabled || LockWait.Enabled || Migrations.Enabled || Pending.Enabled;

    private static Histogram<double> Duration(string name, string description) =>
        Meter.CreateHistogram(name, Seconds, description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
}
