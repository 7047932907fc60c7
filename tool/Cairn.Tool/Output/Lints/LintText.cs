using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Dialects;

namespace Cairn.Tool.Output.Lints;

/// <summary>Findings for people, in the compiler's own form, so that editors find the line.</summary>
internal static class LintText
{
    public static string Word(LintSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary><c>extensions/migrations/20260301A-x.csx(3): warning L201: …</c>, and the way to mend it.</summary>
    public static IEnumerable<string> Findings(LintReport report)
    {
        foreach (var finding in report.Findings)
        {
            yield return $"{Place(finding)}: {Word(finding.Severity)} {finding.Rule}: {Flat(finding.Message)}";
            yield return $"  fix: {Flat(finding.Fix)}";
        }
    }

    /// <summary>What was waived, what was not told, and the count.</summary>
    public static IEnumerable<string> Summary(LintReport report)
    {
        foreach (var waived in report.Migrations.SelectMany(migration => migration.Waived))
        {
            yield return $"{Place(waived.Finding)}: {waived.Finding.Rule} is waived: {waived.Reason}";
        }

        foreach (var migration in report.Migrations)
        {
            foreach (var note in migration.Notes)
            {
                yield return $"{migration.Path}: {note}";
            }
        }

        yield return report.Migrations.Count == 0
            ? "Nothing to look at: no migration is pending or was chosen. --all looks at the applied ones too."
            : $"{(report.Worst is null ? "Nothing" : Capital(Count([.. report.Findings])))} found in {RunText.Count(report.Migrations.Count)}, by the rules for {Refusal.DisplayName(report.Client)} {report.ServerVersion}.";
    }

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(IReadOnlyList<LintFinding> findings) => string.Join(", ", findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
        .Select(group => $"{group.Count()} {(group.Key == LintSeverity.Info ? "info" : Word(group.Key) + (group.Count() == 1 ? "" : "s"))}"));

    private static string Place(LintFinding finding) => finding.Line is { } line ? $"{finding.File}({line})" : finding.File;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Flat(string text) => text.ReplaceLineEndings(" ").Trim();
}
