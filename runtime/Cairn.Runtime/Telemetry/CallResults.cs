using System.Diagnostics;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Hosting;

namespace Cairn.Runtime.Telemetry;

/// <summary>What a call gave, as its span shows it.</summary>
internal static class CallResults
{
    /// <summary>Puts the numbers on the span; gives what it failed with, or null.</summary>
    public static Exception? Tell(Activity? activity, object? result)
    {
        switch (result)
        {
            case RunReport { DryRun: true } report:
                activity?.SetTag(TagNames.RunPlanned, report.Migrations.Count);
                return report.Error;
            case RunReport report:
                Count(activity, TagNames.RunApplied, report, OutcomeState.Applied);
                Count(activity, TagNames.RunRolledBack, report, OutcomeState.RolledBack);
                Count(activity, TagNames.RunFailed, report, OutcomeState.Failed);
                return report.Error;
            case DrillReport report:
                activity?.SetTag(TagNames.RunPlanned, report.Migrations.Count);
                activity?.SetTag(TagNames.RunFailed, report.Migrations.Count(drill => drill.Outcome == DrillOutcome.Failed));
                return report.Error ?? (report.Passed ? null : new CairnException(ErrorCodes.DrillFailed, ""));
            case MigrationCheck check:
                Tell(activity, check);
                return null;
            case StatusReport status:
                Tell(activity, MigrationCheck.Of(status));
                return null;
            default:
                return null;
        }
    }

    /// <summary>How many migrations are pending now; null where the call did not find out.</summary>
    public static int? Pending(TracedCall call, object? result) => result switch
    {
        MigrationCheck check => check.Pending.Count,
        StatusReport status => MigrationCheck.Of(status).Pending.Count,
        RunReport { Error: null, DryRun: false } when call.LeavesNothingPending => 0,
        _ => null,
    };

    private static void Count(Activity? activity, string tag, RunReport report, OutcomeState state) =>
        activity?.SetTag(tag, report.Migrations.Count(migration => migration.State == state));

    private static void Tell(Activity? activity, MigrationCheck check)
    {
        activity?.SetTag(TagNames.CheckPending, check.Pending.Count);
        activity?.SetTag(TagNames.CheckMissing, check.Missing.Count);
        activity?.SetTag(TagNames.CheckChanged, check.Changed.Count);
    }
}
