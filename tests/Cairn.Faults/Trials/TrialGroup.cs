using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>Faults that are tried together.</summary>
internal static class TrialGroup
{
    /// <param name="faults">One, or several of a kind that ends the process.</param>
    /// <param name="trials">By the history's name.</param>
    /// <param name="workers">Where the process comes from.</param>
    public static async Task<IReadOnlyList<TrialEnd>> RunAsync(IReadOnlyList<Fault> faults, IReadOnlyDictionary<string, Trial> trials, WorkerPool workers)
    {
        if (!faults[0].EndsProcess)
        {
            return [await trials[faults[0].History.Name].RunAsync(faults[0])];
        }

        var places = new List<Place>();
        var ends = new List<TrialEnd>();
        try
        {
            foreach (var fault in faults)
            {
                places.Add(await trials[fault.History.Name].PlaceAsync(fault));
            }

            using var worker = workers.TakeFresh();
            var runs = await SharedDeath.RunAsync(worker, places);
            foreach (var (place, run) in places.Zip(runs))
            {
                ends.Add(await trials[place.Fault.History.Name].JudgeAsync(place, run));
            }
        }
        catch (TimeoutException error)
        {
            ends.AddRange(faults.Skip(ends.Count).Select(fault => trials[fault.History.Name].Wrong(fault, null, $"a run of its group did not end; {error.Message}")));
        }
        finally
        {
            foreach (var place in places)
            {
                await place.DisposeAsync();
            }
        }

        return ends;
    }
}
