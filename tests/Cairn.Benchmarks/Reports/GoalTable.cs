using System.Globalization;
using System.Text;
using Cairn.Benchmarks.Measurements;
using Cairn.Benchmarks.Rows;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Reports;

/// <summary>What was aimed at, and what came out. Nothing fails by it.</summary>
internal static class GoalTable
{
    private const string Plain = "Cairn";
    private const string Unkept = "Cairn, nothing kept";
    private const string Bare = "Cairn without its launcher";
    private const string Cold = "Cairn, cold";
    private const string Warm = "Cairn, warm";

    public static string Of(IReadOnlyCollection<Result> results)
    {
        var text = new StringBuilder();
        text.AppendLine("| goal | at most | by wall time | by CPU time |");
        text.AppendLine("|---|---:|---:|---:|");
        foreach (var (goal, most, wall, processor) in Goals(results).Where(line => line.Wall is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {goal} | {most:0.##} | {wall:0.00} | {processor:0.00} |");
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<Goal> Goals(IReadOnlyCollection<Result> results)
    {
        foreach (var engine in new[] { EngineNames.Sqlite, EngineNames.Postgres })
        {
            var (hello, first, thousand, tenThousand) = (Of($"noop-1000-{engine}", ResultTable.Hello), Of($"noop-100-{engine}", Plain), Of($"noop-1000-{engine}", Plain), Of($"noop-10000-{engine}", Plain));
            yield return Goal.Times($"nothing pending, 1,000 applied, {engine}: times hello world", 2, thousand, hello);
            yield return Goal.Times($"nothing pending, {engine}: 10,000 applied, times 100 applied", 1.5, tenThousand, first);
            yield return Goal.Times("the same, nothing kept from an earlier start", 1.5, Of($"noop-10000-{engine}", Unkept), Of($"noop-100-{engine}", Unkept));
            yield return Goal.Times("the same without the launcher", 1.5, Of($"noop-10000-{engine}", Bare), Of($"noop-100-{engine}", Bare));
            var one = Of($"one-1-{engine}", ResultTable.Hello);
            yield return Goal.Times($"one pending, warm, {engine}: times hello world", 2.5, Of($"one-1-{engine}", Warm), one);
            yield return Goal.Times($"one pending, cold, {engine}: times hello world", 25, Of($"one-1-{engine}", Cold), one);
        }

        foreach (var engine in new[] { EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb })
        {
            var (row, floor) = ($"many-1000-{engine}", Of($"many-1000-{engine}", ResultTable.Floor));
            yield return Goal.Over($"1,000 pending, cold, {engine}: ms a script over the driver's", 13, Of(row, Cold), floor);
            yield return Goal.Over($"1,000 pending, warm, {engine}: ms a script over the driver's", 1.3, Of(row, Warm), floor);
            yield return Goal.Times($"1,000 pending, warm, {engine}: times the driver", 1.3, Of(row, Warm), floor);
        }

        foreach (var row in RowList.All.Where(row => row.Kind != RowKind.Memory))
        {
            foreach (var peer in new[] { "knex", "EF Core", "dbmate" })
            {
                yield return Goal.Times($"{row.Title}: {(row.Pending == 0 ? Plain : Warm)}, times {peer}", 1, Of(row.Key, row.Pending == 0 ? Plain : Warm), Of(row.Key, peer));
            }
        }

        yield return new Goal("memory of 5,000 pending, cold, MB", 600, Of("memory-5000-sqlite", Cold)?.Memory, null);
        yield return new Goal("memory with nothing pending, MB", 80, Of("memory-1000-sqlite", Plain)?.Memory, null);

        Medians? Of(string row, string entrant) => results.FirstOrDefault(result => result.Row.Key == row && result.Entrant == entrant)?.Medians;
    }
}
