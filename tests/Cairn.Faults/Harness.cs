using System.Diagnostics;
using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Histories;
using Cairn.Faults.Reports;
using Cairn.Faults.Trials;
using Cairn.Faults.Workers;

namespace Cairn.Faults;

/// <summary>Runs the trials of each engine, one engine after the other, and tells the numbers.</summary>
internal static class Harness
{
    /// <returns>0 when every fault that was tried came out well, 1 when one did not, 2 when nothing could be tried.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        LeftoverServers.End();
        Console.WriteLine($"seed {options.Seed}");
        var tallies = new List<Tally>();
        var engines = options.Engines.Count > 0 ? options.Engines : Options.AllEngines;
        foreach (var engine in engines)
        {
            if (!CanBeTried(engine) && options.Histories.Count == 0)
            {
                Console.WriteLine($"{engine}: not tried; {History.All[0].Off[engine]}");
                continue;
            }

            var (server, reason) = await Found.OfAsync(engine);
            if (server is null)
            {
                Console.WriteLine($"{engine}: not tried; {reason}");
                if (EngineNames.IsRequired(engine))
                {
                    return 1;
                }

                continue;
            }

            await using (server)
            {
                tallies.Add(await EngineAsync(server, options, options.Seconds / Math.Max(1, engines.Count(CanBeTried))));
            }
        }

        Console.WriteLine();
        Console.WriteLine(TallyTable.Of(tallies));
        if (options.WriteDocs)
        {
            ReliabilityPage.Write(tallies, options.Bounded);
        }

        return tallies.Count == 0 ? 2 : tallies.TrueForAll(tally => tally.IsGood) ? 0 : 1;
    }

    private static async Task<Tally> EngineAsync(TestServer server, Options options, int seconds)
    {
        var tally = new Tally(server.Engine);
        using var workers = new WorkerPool(options.Parallel);
        var place = ServerFolder.Create("faults");
        try
        {
            var cache = Path.Combine(place, "cache");
            var trials = new Dictionary<string, Trial>(StringComparer.Ordinal);
            var faults = new List<Fault>();
            foreach (var history in Chosen(options))
            {
                if (history.Off.TryGetValue(server.Engine, out var reason) && options.Histories.Count == 0)
                {
                    tally.NotTried(history.Name, reason);
                    continue;
                }

                var baseline = await Baseline.MakeAsync(server, workers, history, Path.Combine(place, history.Name), cache);
                Console.WriteLine($"{server.Engine}: {history.Name} has {string.Join(" + ", baseline.Points)} points");
                if (options.List)
                {
                    Console.WriteLine(string.Join('\n', baseline.Lines));
                }

                trials.Add(history.Name, new Trial(server, workers, baseline, cache));
                faults.AddRange(FaultLists.Whole(server.Engine, baseline, options.Seed).Where(fault => IsAt(fault, options.At)));
            }

            var list = options.List ? [] : FaultLists.Shuffled(faults, options.Seed);
            await TryAsync(list, trials, tally, options, seconds);
        }
        finally
        {
            LeftoverServers.End(place);
        }

        return tally;
    }

    private static async Task TryAsync(IReadOnlyList<Fault> faults, Dictionary<string, Trial> trials, Tally tally, Options options, int seconds)
    {
        tally.Possible = faults.Count;
        var clock = Stopwatch.StartNew();
        var inTime = faults.TakeWhile(_ => !options.Bounded || clock.Elapsed.TotalSeconds < seconds);
        await Parallel.ForEachAsync(inTime, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, async (fault, _) =>
        {
            var end = await trials[fault.History.Name].RunAsync(fault);
            if (tally.Add(end) is { } told)
            {
                Console.WriteLine(told);
            }
        });
        Console.WriteLine($"{tally.Engine}: {tally.Tried} of {faults.Count} faults in {clock.Elapsed.TotalSeconds:0} s");
    }

    private static IEnumerable<History> Chosen(Options options) => options.Histories.Count == 0
        ? History.All
        : History.All.Where(history => options.Histories.Contains(history.Name, StringComparer.Ordinal));

    private static bool CanBeTried(string engine) => !History.All.All(history => history.Off.ContainsKey(engine));

    private static bool IsAt(Fault fault, string? at) => at is null
        || $"{fault.History.Name}/{fault.Phase}/{fault.Kind}/{fault.Point}".StartsWith(at, StringComparison.OrdinalIgnoreCase);
}
