using Cairn.Runtime.Execution;

namespace Cairn;

/// <summary>A progress bar, or plain lines where the output is no terminal.</summary>
public sealed class DbProgress
{
    private readonly IRunObserver observer;
    private readonly long? total;
    private long done;

    internal DbProgress(IRunObserver observer, long? total)
    {
        this.observer = observer;
        this.total = total;
    }

    /// <summary>Says that so much more is done.</summary>
    public void Add(long count) => observer.Progress(Interlocked.Add(ref done, count), total);
}
