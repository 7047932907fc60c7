using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Runs;

/// <summary>What is said where nothing is pending.</summary>
internal static class UpToDate
{
    public static string Text(RunReport report) =>
        report.AppliedTotal is { } total ? $"Already up to date ({RunText.Count(total)} applied)." : "Already up to date.";
}
