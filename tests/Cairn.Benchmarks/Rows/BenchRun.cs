using Cairn.Benchmarks.Reports;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Rows;

/// <summary>Runs the chosen rows one after the other, and writes what came out.</summary>
internal static class BenchRun
{
    public static async Task RunAsync(Options options)
    {
        LeftoverServers.End();
        var entrants = new EntrantList(Ground.Prepare(options));
        // Marked as this process's, so that the next one removes it if this is killed.
        var place = ServerFolder.Create("bench");
        var servers = new Dictionary<string, Found>(StringComparer.Ordinal);
        var results = new List<Result>();
        try
        {
            foreach (var row in RowList.Chosen(options.Rows).Where(row => options.Engines.Count == 0 || options.Engines.Contains(row.Engine, StringComparer.Ordinal)))
            {
                if (!servers.TryGetValue(row.Engine, out var found))
                {
                    servers[row.Engine] = found = await Found.OfAsync(row.Engine);
                }

                Console.WriteLine($"\n{row.Key}: {row.Title}");
                var those = entrants.Of(row).Where(entrant => options.Entrants.Count == 0 || options.Entrants.Any(word => entrant.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
                var ends = found.Server is null
                    ? those.Select(entrant => new Result(row, entrant.Name, null, found.Reason)).ToArray()
                    : await new RowRun(row, found.Server, place, options.Runs ?? row.Runs).RunAsync([.. those]);
                Console.WriteLine(ResultTable.Of(ends));
                results.AddRange(ends);
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
            foreach (var found in servers.Values.Where(found => found.Server is not null))
            {
                await found.Server!.DisposeAsync();
            }
        }

        Console.WriteLine("\n" + GoalTable.Of(results));
        if (options.WriteDocs)
        {
            PerformancePage.Write(results);
        }
    }
}
