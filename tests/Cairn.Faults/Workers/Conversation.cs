using System.Globalization;
using System.Threading.Channels;

namespace Cairn.Faults.Workers;

/// <summary>One run in a worker, seen from the harness; a worker may have several at once.</summary>
internal sealed class Conversation(WorkerProcess worker, int number, ChannelReader<string> lines)
{
    /// <summary>What a worker says of a run that stands at its point.</summary>
    public const string There = "there";

    /// <summary>What lets a run go on that stands at its point.</summary>
    public const string Go = "go";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    public Task GoAsync() => worker.TellAsync(string.Create(CultureInfo.InvariantCulture, $"{Go} {number}"));

    /// <summary>What the worker says next of this run; null when the process has ended.</summary>
    /// <exception cref="TimeoutException">It says nothing: the run hangs.</exception>
    public async Task<string?> HearAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            return await lines.WaitToReadAsync(limit.Token) && lines.TryRead(out var line) ? line : null;
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException(await worker.HangsAsync(), exception);
        }
    }

    /// <summary>Whether the run stands at its point; false when it has ended before.</summary>
    public async Task<bool> IsThereAsync() => await HearAsync() == There;

    /// <summary>How the run ended.</summary>
    public async Task<JobEnd> EndAsync() => await HearAsync() is { } line && line.StartsWith(JobEnd.Mark, StringComparison.Ordinal)
        ? JobEnd.FromLine(line)
        : new JobEnd(0, "crash", "The process ended by itself.", []);
}
