using System.Diagnostics;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Fleets;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Says on standard error how far a fleet is: a line for each target where there was something to do, and now and then a sum.</summary>
/// <param name="fleet">The context of the whole.</param>
/// <param name="total">How many targets there are.</param>
internal sealed class FleetProgress(CommandContext fleet, int total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly TextWriter _lines = TextWriter.Synchronized(fleet.Host.Error);
    private readonly Lock _lock = new();
    private long _told = Stopwatch.GetTimestamp();
    private int _ended;
    private int _failed;

    public void Ended(FleetOutcome outcome)
    {
        lock (_lock)
        {
            _ended++;
            _failed += outcome.State == FleetState.Failed ? 1 : 0;
            if (fleet.Flags.Quiet)
            {
                return;
            }

            if (outcome.State != FleetState.Nothing || fleet.Flags.Verbose)
            {
                _lines.WriteLine($"{outcome.Name} | {Text(outcome)}{RunText.Took(outcome.Took)}");
            }

            if (_ended < total && Stopwatch.GetElapsedTime(_told) >= Pause)
            {
                _told = Stopwatch.GetTimestamp();
                _lines.WriteLine($"{_ended} of {total} ended, {_failed} failed");
            }
        }
    }

    private string Text(FleetOutcome outcome) => outcome.Report?.Error is { } error && outcome.State == FleetState.Failed
        ? $"failed: {ErrorText.Headline(error, fleet.Printer).Split('\n')[0]}"
        : outcome.What.Length == 0 ? outcome.State.Word() : $"{outcome.State.Word()}: {outcome.What}";
}
