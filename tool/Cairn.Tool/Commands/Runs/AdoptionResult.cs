using Cairn.Runtime.Adoptions;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Runs;

/// <summary>What was taken over from another tool: each migration, then the rows that are none, then what is still to run.</summary>
internal static class AdoptionResult
{
    private const int MostLines = 10;

    public static CommandReport Of(CommandContext context, AdoptReport report)
    {
        var result = RunResult.Of(context, report.Run with { DryRun = false }, "Nothing to adopt.") with { Adoption = AdoptionLines.Of(report) };
        return report.Run.Error is null ? result with { Answer = [.. Planned(report)], Summary = [.. Rest(context, report)] } : result;
    }

    private static IEnumerable<string> Planned(AdoptReport report) => report.Run.DryRun
        ? report.Run.Migrations.Select(migration => $"would mark as applied {migration.Version} {migration.Name}")
        : [];

    private static IEnumerable<string> Rest(CommandContext context, AdoptReport report)
    {
        foreach (var line in Shortened(context, Lines(report, AdoptedRowState.Unmatched, "without a migration here")))
        {
            yield return line;
        }

        foreach (var line in Shortened(context, Lines(report, AdoptedRowState.Left, "left")))
        {
            yield return line;
        }

        foreach (var line in Shortened(context, [.. report.Pending.Select(migration => $"still pending: {migration.Version} {migration.Name}")]))
        {
            yield return line;
        }

        yield return Counts(report);
    }

    private static IReadOnlyList<string> Lines(AdoptReport report, AdoptedRowState state, string word) =>
        [.. report.Rows.Where(row => row.State == state).Select(row => $"{word}: {row.Text}{(row.Note is null ? "" : $" ({row.Note})")}")];

    // Directus has a hundred migrations of its own in its table.
    private static IEnumerable<string> Shortened(CommandContext context, IReadOnlyList<string> lines) => context.Flags.Verbose || lines.Count <= MostLines + 1
        ? lines
        : lines.Take(MostLines).Append($"… and {lines.Count - MostLines} more like this (--verbose or --json shows all).");

    private static string Counts(AdoptReport report)
    {
        var recorded = report.Rows.Count(row => row.State == AdoptedRowState.Recorded);
        var unmatched = report.Rows.Count(row => row.State == AdoptedRowState.Unmatched);
        string[] rest =
        [
            .. recorded > 0 ? [$"{recorded} recorded before"] : Array.Empty<string>(),
            .. unmatched > 0 ? [$"{unmatched} without a migration here"] : Array.Empty<string>(),
            .. report.Pending.Count > 0 ? [$"{report.Pending.Count} still pending"] : Array.Empty<string>(),
        ];
        var done = report.Run.Migrations.Count == 0 ? $"Nothing to adopt from {report.Table}"
            : report.Run.DryRun ? $"{RunText.Count(report.Run.Migrations.Count)} to be adopted from {report.Table}; nothing was changed"
            : $"{RunText.Count(report.Run.Migrations.Count)} adopted from {report.Table}";
        return rest.Length == 0 ? done + "." : $"{done} ({string.Join(", ", rest)}).";
    }
}
