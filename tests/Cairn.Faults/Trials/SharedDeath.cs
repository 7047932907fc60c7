using System.Globalization;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>
/// Several runs in one process, each on a database of its own and each brought to its own point; then the process is killed, and all of them with it.
/// Starting a process costs more than all else in a trial, and SIGKILL asks nobody how many runs it ends.
/// </summary>
internal static class SharedDeath
{
    /// <summary>As many short times as long ones, up to this many times the shortest.</summary>
    private const double Spread = 500;
    private const double Shortest = 20;

    /// <param name="worker">A process that is not used for anything else.</param>
    /// <param name="places">The runs, all of one kind of fault.</param>
    /// <returns>What became of each, in their order.</returns>
    public static async Task<IReadOnlyList<FaultyRun>> RunAsync(WorkerProcess worker, IReadOnlyList<Place> places)
    {
        var kind = places[0].Fault.Kind;
        var runs = await Task.WhenAll(places.Select(place => worker.BeginAsync(place.Job with { Stop = true })));
        var there = await Task.WhenAll(runs.Select(run => run.IsThereAsync()));
        var died = there;
        switch (kind)
        {
            case FaultKind.KilledBefore:
                worker.Kill();
                break;
            case FaultKind.KilledDuring:
                var after = Shortest * Math.Pow(Spread, places[0].Fault.Chances().NextDouble());
                await worker.TellAsync(string.Create(CultureInfo.InvariantCulture, $"{Worker.KillAfter} {(int)after}"));
                var ends = await Task.WhenAll(runs.Select((run, index) => there[index] ? run.HearAsync() : Task.FromResult<string?>("")));
                died = [.. ends.Select(end => end is null)];
                break;
            default:
                died = await Task.WhenAll(runs.Select((run, index) => there[index] ? AnswerKeptAsync(run, places[index]) : Task.FromResult(false)));
                worker.Kill();
                break;
        }

        return [.. died.Select(dead => dead ? FaultyRun.Died : FaultyRun.Over)];
    }

    /// <summary>Lets a run go on until the server has answered, and keeps the answer from it; false where the run came to its end.</summary>
    private static async Task<bool> AnswerKeptAsync(Conversation run, Place place)
    {
        place.Proxy!.LoseAnswer(after: 0);
        await run.GoAsync();
        return await Task.WhenAny(place.Proxy.Lost, run.HearAsync()) == place.Proxy.Lost;
    }
}
