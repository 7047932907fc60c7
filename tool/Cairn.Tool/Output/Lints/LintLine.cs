using Cairn.Runtime.Linting.Reports;

namespace Cairn.Tool.Output.Lints;

/// <summary>A finding in the JSON document.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Message">What it is.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line; null where it is about the whole migration.</param>
/// <param name="Table">The table, where it is about one.</param>
/// <param name="Version">The migration.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Waived">The reason, where the script waives it; null where it does not.</param>
internal sealed record LintLine(string Rule, string Severity, string Message, string File, int? Line, string? Table, string Version, string Fix, string? Waived)
{
    /// <summary>All findings of a report; with those that are waived at the end.</summary>
    public static IReadOnlyList<LintLine> Of(LintReport report) =>
    [
        .. report.Migrations.SelectMany(migration => migration.Findings.Select(finding => Of(finding, migration, null))),
        .. report.Migrations.SelectMany(migration => migration.Waived.Select(waived => Of(waived.Finding, migration, waived.Reason))),
    ];

    private static LintLine Of(LintFinding finding, MigrationLint migration, string? waived) => new(
        finding.Rule, LintText.Word(finding.Severity), finding.Message, finding.File, finding.Line, finding.Table, migration.Version, finding.Fix, waived);
}
