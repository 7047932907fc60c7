using System.Globalization;
using System.Text;
using Cairn.Benchmarks.Measuring;
using Cairn.Benchmarks.Rows;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Reports;

/// <summary>What was aimed at, and what came out. Nothing fails by it.</summary>
internal static class GoalTable
{
    public static string Of(IReadOnlyCollection<Result> results)
    {
        var text = new StringBuilder();
        text.AppendLine("| goal | at most | measured |");
        text.AppendLine("|---|---:|---:|");
        foreach (var (goal, most, measured) in Goals(results).Where(line => line.Measured is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {goal} | {most:0.##} | {measured:0.00} |");
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<(string Goal, double Most, double? Measured)> Goals(IReadOnlyCollection<Result> results)
    {
        foreach (var engine in new[] { EngineNames.Sqlite, EngineNames.Postgres })
        {
            var (thousand, hello) = (Of($"noop-1000-{engine}", "Cairn"), Of($"noop-1000-{engine}", ResultTable.Hello));
            yield return ($"nothing pending, 1,000 applied, {engine}: times hello world", 2, thousand?.Wall / hello?.Wall);
            yield return ($"nothing pending, {engine}: 10,000 applied, times 100 applied", 1.5, Of($"noop-10000-{engine}", "Cairn")?.Wall / Of($"noop-100-{engine}", "Cairn")?.Wall);
            var one = Of($"one-1-{engine}", ResultTable.Hello)?.Wall;
            yield return ($"one pending, warm, {engine}: times hello world", 2.5, Of($"one-1-{engine}", "Cairn, warm")?.Wall / one);
            yield return ($"one pending, cold, {engine}: times hello world", 25, Of($"one-1-{engine}", "Cairn, cold")?.Wall / one);
        }

        foreach (var engine in new[] { EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb })
        {
            var (floor, cold, warm) = (Of($"many-1000-{engine}", ResultTable.Floor), Of($"many-1000-{engine}", "Cairn, cold"), Of($"many-1000-{engine}", "Cairn, warm"));
            yield return ($"1,000 pending, cold, {engine}: CPU ms a script over the driver's", 13, (cold?.Processor - floor?.Processor) / 1000);
            yield return ($"1,000 pending, warm, {engine}: ms a script over the driver's", 1.3, (warm?.Wall - floor?.Wall) / 1000);
            yield return ($"1,000 pending, warm, {engine}: times the driver", 1.3, warm?.Wall / floor?.Wall);
            foreach (var peer in new[] { "knex", "EF Core", "dbmate" })
            {
                yield return ($"1,000 pending, warm, {engine}: times {peer}", 1, warm?.Wall / Of($"many-1000-{engine}", peer)?.Wall);
            }
        }

        yield return ("memory of 5,000 pending, cold, MB", 600, Of("memory-5000-sqlite", "Cairn, cold")?.Memory);
        yield return ("memory with nothing pending, MB", 80, Of("memory-1000-sqlite", "Cairn")?.Memory);

        Medians? Of(string row, string entrant) => results.FirstOrDefault(result => result.Row.Key == row && result.Entrant == entrant)?.Medians;
    }
}
