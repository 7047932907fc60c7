using Cairn.Runtime.Linting.Reports;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Lints;

namespace Cairn.Tool.Commands.Lints;

/// <summary>From what lint found to what the command reports.</summary>
internal static class LintResult
{
    public static CommandReport Of(CommandContext context, LintReport report, LintSeverity? fail, LintFormat format)
    {
        var bad = fail is null ? [] : report.Findings.Where(finding => finding.Severity >= fail).ToList();
        var result = new CommandReport(context.Command)
        {
            Client = report.Client,
            Database = report.Database,
            Migrations = [.. report.Migrations.Select(Line)],
            Warnings = report.Warnings,
            Lint = report,
            Error = bad.Count == 0 ? null : Failure(bad, report.Migrations.Count),
        };
        return format switch
        {
            LintFormat.Sarif => result with { Answer = [LintSarif.Text(report)] },
            LintFormat.GitHub => result with { Answer = [.. LintGitHub.Lines(report)] },
            LintFormat.Json => context.Flags.Json ? result : result with { Answer = [JsonReport.Text(result)] },
            _ => result with { Answer = [.. LintText.Findings(report)], Summary = [.. LintText.Summary(report)] },
        };
    }

    private static MigrationLine Line(MigrationLint migration) => new(
        migration.Version, migration.Name, MigrationLine.SourceName(migration.Source), migration.Path, migration.Applied ? "applied" : "pending", null, null, null)
    {
        Notes = migration.Notes.Count > 0 ? migration.Notes : null,
    };

    private static CairnException Failure(List<LintFinding> bad, int migrations) => new(
        ErrorCodes.LintFound, $"lint found {LintText.Count(bad)} in {RunText.Count(migrations)}.")
    {
        Fix = "Mend what each of them says; or waive it where it stands, with the reason: // cairn:lint-ignore L101 why (-- in SQL).",
        DatabaseState = "Nothing was changed.",
    };
}
