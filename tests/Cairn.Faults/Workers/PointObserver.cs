using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Faults.Workers;

/// <summary>Counts the points of a run, and stops at the one that the job names until it is let go.</summary>
/// <param name="job">The run.</param>
/// <param name="say">Tells the harness something of the run of that number.</param>
internal sealed class PointObserver(Job job, Action<int, string> say) : SilentObserver
{
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return lines.Count;
            }
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    public void Go() => go.TrySetResult();

    public override void Statement(string sql) => Pass(sql);

    public override void Finished(MigrationOutcome migration) => Pass($"-- {migration.Version} {migration.State}");

    private void Pass(string line)
    {
        lock (gate)
        {
            lines.Add(line);
            if (!job.Stop || lines.Count != job.Point)
            {
                return;
            }
        }

        say(job.Number, Conversation.There);
        go.Task.Wait();
    }
}
