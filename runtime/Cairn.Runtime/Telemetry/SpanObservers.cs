using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Telemetry;

/// <summary>Is told first, so that what others log of a migration's beginning is in its span.</summary>
internal sealed class SpanStarts(CallTelemetry telemetry) : SilentObserver
{
    public override void Started(MigrationOutcome migration) => telemetry.Begin(migration);
}

/// <summary>Is told last, so that what others log of a migration's end is in its span.</summary>
internal sealed class SpanEnds(CallTelemetry telemetry) : SilentObserver
{
    public override void Finished(MigrationOutcome migration) => telemetry.Finish(migration);
}
