using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Squashes;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Squashes;

/// <summary>From what a squash found to what the command reports.</summary>
internal static class SquashResult
{
    public static CommandReport Of(CommandContext context, SquashReport report) => new(context.Command)
    {
        Client = report.Client,
        Database = report.Database,
        Version = report.Range.Version.Text,
        Warnings = report.Warnings,
        Squash = SquashLines.Of(report),
    };

    /// <summary>The text, and then what proves it: only looked at.</summary>
    public static CommandReport Planned(CommandContext context, SquashReport report) => Of(context, report) with
    {
        Answer = report.Text.TrimEnd('\n').Split('\n'),
        Summary = [Proof(report), $"{report.Range.Display} would stand for {RunText.Count(report.Range.Migrations.Count)}; nothing was changed."],
    };

    public static CommandReport NotProven(CommandContext context, SquashReport report) => Of(context, report) with
    {
        Answer = report.Differences,
        Error = new CairnException(
            ErrorCodes.SquashNotProven,
            $"what would stand for {RunText.Count(report.Range.Migrations.Count)} does not make the same: {(report.Differences.Count == 1 ? "one object differs" : $"{report.Differences.Count} objects differ")}.")
        {
            Fix = "--dry-run shows its text. Squash up to a version before the migration that makes what differs; where rows go by the clock or by chance, such as a trigger's, no text can make them again.",
            DatabaseState = "Nothing was changed: neither files nor the database.",
        },
    };

    public static string Proof(SquashReport report) =>
        $"Proven on two empty databases: both have the structure {report.Fingerprint[..16]} and {Rows(report.Tables)}{(report.WhyNoWayBack is null ? "; its way back leaves nothing" : "")}.";

    private static string Rows(IReadOnlyList<TableCheck> tables) =>
        tables.Count == 0 ? "no rows" : $"the same {tables.Sum(table => table.Before)} {(tables.Sum(table => table.Before) == 1 ? "row" : "rows")} in {tables.Count} {(tables.Count == 1 ? "table" : "tables")}";
}
