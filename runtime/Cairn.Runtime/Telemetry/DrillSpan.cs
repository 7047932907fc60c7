using System.Diagnostics;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Runtime.Telemetry;

/// <summary>The span of a migration that was drilled, made when that is over: up, down and up again are one.</summary>
internal static class DrillSpan
{
    public static void Tell(MigrationDrill drill, DateTimeOffset since, DatabaseTags database)
    {
        using var activity = Instruments.Source.StartActivity(
            SpanNames.MigrationDrill,
            ActivityKind.Internal,
            parentContext: default,
            [.. MigrationSpan.Tags(drill.Version, drill.Name, drill.Source), .. database.All],
            startTime: since);
        activity?.SetTag(TagNames.Outcome, Words.Of(drill.Outcome));
        if (activity is not null && drill.Outcome == DrillOutcome.Failed)
        {
            SpanErrors.Tell(activity, database.Client, drill.Error ?? new CairnException(ErrorCodes.DrillFailed, ""));
        }
    }
}
