using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Drills;

namespace Cairn.Tool.Commands.Drills;

/// <summary>From what a drill found to what the command reports.</summary>
internal static class DrillResult
{
    public static CommandReport Of(CommandContext context, DrillReport report) => new(context.Command)
    {
        Client = report.Client,
        Database = report.Database,
        Migrations = [.. report.Migrations.Select(Line)],
        Warnings = report.Warnings,
        Table = DrillText.Table(report),
        Summary = [Summary(report)],
        Drill = report,
        Error = report.Error ?? (report.Passed ? null : Failed(report)),
    };

    private static string Summary(DrillReport report) => report.Migrations.Count == 0
        ? "Nothing to rehearse: no migration is pending or was chosen. --last 1 rehearses the last applied one."
        : $"{DrillWords.Summary(report)}; on a copy made by {report.Copy.Way}, with {Rows(report.Copy.Data)}, in {DrillWords.Time(report.Copy.Duration)}.";

    private static string Rows(DrillData data) => data switch
    {
        DrillData.All => "all rows",
        DrillData.Sample => "a sample of the rows",
        _ => "no rows",
    };

    private static MigrationLine Line(MigrationDrill drill) => new(
        drill.Version, drill.Name, MigrationLine.SourceName(drill.Source), drill.Path, DrillWords.Of(drill.Outcome), null,
        drill.Steps.Count == 0 ? null : Math.Round(drill.Steps.Sum(step => step.Duration.TotalMilliseconds), 1), null);

    private static CairnException Failed(DrillReport report)
    {
        var bad = report.Migrations.Where(drill => drill.Outcome is DrillOutcome.Failed or DrillOutcome.NotRun).ToList();
        var slow = bad.Find(drill => drill.Error?.Code == ErrorCodes.DrillTimeout)?.Error;
        return new CairnException(
            slow?.Code ?? ErrorCodes.DrillFailed,
            slow?.Message ?? $"{bad.Count} of {RunText.Count(report.Migrations.Count)} did not pass the drill: {string.Join(", ", bad.Select(drill => drill.Version))}.")
        {
            File = bad.Count == 1 ? bad[0].Path : null,
            Fix = slow?.Fix ?? "Let Down undo what Up does; [Lossy(\"table.column\", \"why\")] and [Irreversible(\"why\")] declare what cannot be undone.",
            DatabaseState = "The database itself was not touched.",
        };
    }
}
