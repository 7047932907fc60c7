using System.Globalization;
using Cairn.Benchmarks.Rows;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Benchmarks.Reports;

/// <summary>The part of <c>docs/performance.md</c> that is written here.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- bench -->";
    private const string End = "<!-- end of bench -->";

    public static void Write(IReadOnlyCollection<Result> results)
    {
        var path = Path.Combine(Repository.Root, "docs", "performance.md");
        File.WriteAllText(path, With(File.ReadAllText(path), Text(results)));
    }

    /// <summary>The page with another text between the marks.</summary>
    public static string With(string page, string text)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, begin, StringComparison.Ordinal);
        return $"{page[..begin]}\n\n{text}\n\n{page[end..]}";
    }

    private static string Text(IReadOnlyCollection<Result> results)
    {
        var runs = results.Where(result => result.Medians is not null).GroupBy(result => result.Row.Kind)
            .Select(kind => $"{kind.Key switch { RowKind.NoOp => "nothing pending", RowKind.One => "one pending", RowKind.Many => "1,000 pending", _ => "memory" }} {kind.Min(result => result.Medians!.Runs)}");
        var machine = string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, a shared Linux machine with {Environment.ProcessorCount} cores, .NET {Environment.Version}, databases and files in memory. Runs of each: {string.Join(", ", runs)}.");
        return $"{machine}\n\n{GoalTable.Of(results)}\n\n{ResultTable.Of(results)}";
    }
}
