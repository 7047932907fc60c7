using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
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
        // Proxies and workers are waited for at once; the pool would give their threads one by one.
        ThreadPool.SetMinThreads(32, 32);
        LeftoverServers.End();
        Console.WriteLine($"seed {options.Seed}");
        var record = new Record(options.Record, options.Seed);
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
                tallies.Add(await EngineAsync(server, options, record, options.Seconds / Math.Max(1, engines.Count(CanBeTried))));
            }
        }

        Console.WriteLine();
        Console.WriteLine(TallyTable.Of(tallies));
        if (options.WriteDocs)
        {
            ReliabilityPage.Write(tallies, options.Seed);
        }

        return tallies.Count == 0 ? 2 : tallies.TrueForAll(tally => tally.IsGood) ? 0 : 1;
    }

    private static async Task<Tally> EngineAsync(TestServer server, Options options, Record record, int seconds)
    {
        var tally = new Tally(server.Engine);
        using var workers = new WorkerPool(options.Parallel);
        var place = ServerFolder.Create("faults");
        var baselines = new List<Baseline>();
        try
        {
            var cache = Path.Combine(place, "cache");
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

                baselines.Add(baseline);
                faults.AddRange(FaultLists.Whole(server.Engine, baseline, options.Seed).Where(fault => IsAt(fault, options.At)));
            }

            tally.Version = await ServerVersions.OfAsync(server);
            tally.Possible = faults.Count;
            var trials = baselines.ToDictionary(baseline => baseline.History.Name, baseline => new Trial(server, workers, baseline, cache), StringComparer.Ordinal);
            var list = options.List ? [] : FaultLists.Shuffled(faults, options.Seed).Where((_, index) => index % options.Shard.Of == options.Shard.Part);
            await new TrialLoop(trials, workers, tally, record, options).RunAsync([.. list], seconds);
        }
        finally
        {
            foreach (var baseline in baselines)
            {
                await baseline.DisposeAsync();
            }

            LeftoverServers.End(place);
        }

        return tally;
    }

    private static IEnumerable<History> Chosen(Options options) => options.Histories.Count == 0
        ? History.All
        : History.All.Where(history => options.Histories.Contains(history.Name, StringComparer.Ordinal));

    private static bool CanBeTried(string engine) => !History.All.All(history => history.Off.ContainsKey(engine));

    private static bool IsAt(Fault fault, string? at) => at is null
        || $"{fault.History.Name}/{fault.Phase}/{fault.Kind}/{fault.Point}".StartsWith(at, StringComparison.OrdinalIgnoreCase);
}
