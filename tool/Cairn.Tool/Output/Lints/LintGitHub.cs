using Cairn.Runtime.Linting.Reports;

namespace Cairn.Tool.Output.Lints;

/// <summary>Findings as workflow commands, which GitHub shows beside the line of a pull request.</summary>
internal static class LintGitHub
{
    public static IEnumerable<string> Lines(LintReport report) => report.Findings.Select(Line);

    private static string Line(LintFinding finding)
    {
        var level = finding.Severity == LintSeverity.Info ? "notice" : LintText.Word(finding.Severity);
        var line = finding.Line is { } number ? $",line={number}" : "";
        return $"::{level} file={Property(finding.File.Replace('\\', '/'))}{line},title={Property(finding.Rule)}::{Data($"{finding.Message}\n{finding.Fix}")}";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
