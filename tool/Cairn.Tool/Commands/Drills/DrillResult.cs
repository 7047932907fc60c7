using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Drills;

namespace Cairn.Tool.Commands.Drills;

/// <summary>From what a drill found to what the command reports.</summary>
internal static class DrillResult
{
    private const string Untouched = "The database itself was not touched.";

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

    private static string Summary(DrillReport report) => report.Migrations.Count + report.Scripts.Count == 0
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
        var stories = report.Scripts.Where(drill => drill.Outcome != DrillOutcome.Passed).ToList();
        if (bad.Count == 0 && stories is [{ Error: { Code: ErrorCodes.ExpectationFailed or ErrorCodes.DrillTimeout } only }])
        {
            return new CairnException(only.Code, only.Message) { File = only.File, Line = only.Line, Fix = only.Fix, DatabaseState = Untouched };
        }

        var slow = bad.Find(drill => drill.Error?.Code == ErrorCodes.DrillTimeout)?.Error;
        var counts = new[] { (bad.Count, RunText.Count(report.Migrations.Count)), (stories.Count, report.Scripts.Count == 1 ? "1 script" : $"{report.Scripts.Count} scripts") };
        return new CairnException(
            slow?.Code ?? ErrorCodes.DrillFailed,
            slow?.Message ?? $"{string.Join(" and ", counts.Where(count => count.Item1 > 0).Select(count => $"{count.Item1} of {count.Item2}"))} did not pass the drill: "
            + $"{string.Join(", ", bad.Select(drill => drill.Version).Concat(stories.Select(drill => drill.Path)))}.")
        {
            File = (bad.Count, stories.Count) switch { (1, 0) => bad[0].Path, (0, 1) => stories[0].Error?.File ?? stories[0].Path, _ => null },
            Line = (bad.Count, stories.Count) == (0, 1) ? stories[0].Error?.Line : null,
            Fix = slow?.Fix ?? (bad.Count == 0
                ? stories[0].Error?.Fix ?? "Mend the script, or what it found."
                : "Let Down undo what Up does; [Lossy(\"table.column\", \"why\")] and [Irreversible(\"why\")] declare what cannot be undone."),
            DatabaseState = Untouched,
        };
    }
}
