using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Hosting;
using Cairn.Runtime.Migrations;
using Microsoft.Extensions.Logging;

namespace Cairn.Runtime.Telemetry;

/// <summary>Logs what a drill says, and makes a span of each migration in it.</summary>
internal sealed class TracingDrillObserver(ILogger logger, CallTelemetry telemetry) : LoggingDrillObserver(logger)
{
    private readonly Dictionary<string, DateTimeOffset> since = [];

    public override void Started(MigrationDescriptor migration, string step) => since.TryAdd(migration.Version.Text, DateTimeOffset.UtcNow);

    public override void Finished(MigrationDrill drill) => telemetry.Drilled(drill, since.GetValueOrDefault(drill.Version, DateTimeOffset.UtcNow));
}
