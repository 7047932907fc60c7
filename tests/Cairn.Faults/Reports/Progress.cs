using System.Diagnostics;

namespace Cairn.Faults.Reports;

/// <summary>Says now and then how far a long run is.</summary>
internal sealed class Progress(Tally tally)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int before = tally.Known;
    private readonly Lock gate = new();
    private TimeSpan told;

    public void Tell(bool always = false)
    {
        lock (gate)
        {
            if (!always && clock.Elapsed - told < Pause)
            {
                return;
            }

            told = clock.Elapsed;
            var (done, left) = (tally.Known - before, tally.Possible - tally.Known);
            var rate = done / Math.Max(1, clock.Elapsed.TotalMinutes);
            Console.WriteLine(
                $"{tally.Engine}: {tally.Known} of {tally.Possible} faults, {tally.Bad} not good; {rate:0} a minute{(done > 0 && left > 0 ? $", {left / Math.Max(0.1, rate):0} minutes for the rest" : "")}");
        }
    }
}
