using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>Stops a run when one of its migrations takes too long.</summary>
internal sealed class MigrationClock(IRunObserver inner, CancellationTokenSource limit, TimeSpan? longest) : SilentObserver
{
    /// <summary>The migration that ran last.</summary>
    public MigrationOutcome? Current { get; private set; }

    public override void Started(MigrationOutcome migration)
    {
        Current = migration;
        if (longest is { } time)
        {
            limit.CancelAfter(time);
        }
    }

    public override void Finished(MigrationOutcome migration)
    {
        if (!limit.IsCancellationRequested)
        {
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public override void Log(string line) => inner.Log(line);

    public override void Progress(long done, long? total) => inner.Progress(done, total);

    public override void Warning(string message) => inner.Warning(message);
}
