using System.Diagnostics;
using Cairn.Faults.Reports;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>Tries a list of faults, some at once, for as long as there is time.</summary>
internal sealed class TrialLoop(IReadOnlyDictionary<string, Trial> trials, WorkerPool workers, Tally tally, Record record, Options options)
{
    public async Task RunAsync(IReadOnlyList<Fault> faults, int seconds)
    {
        var known = record.Known(tally.Engine, faults).ToList();
        known.ForEach(Tell);
        var left = faults.Except(known.Select(end => end.Fault));
        var progress = new Progress(tally);
        var clock = Stopwatch.StartNew();
        var inTime = FaultLists.Grouped(left).TakeWhile(_ => !options.Bounded || clock.Elapsed.TotalSeconds < seconds);
        await Parallel.ForEachAsync(inTime, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, async (group, _) =>
        {
            foreach (var end in await TrialGroup.RunAsync(group, trials, workers))
            {
                record.Add(tally.Engine, end);
                Tell(end);
            }

            progress.Tell();
        });
        progress.Tell(always: true);
    }

    private void Tell(TrialEnd end)
    {
        if (tally.Add(end) is { } told)
        {
            Console.WriteLine(told);
        }
    }
}
