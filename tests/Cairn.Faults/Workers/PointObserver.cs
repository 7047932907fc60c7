using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Faults.Workers;

/// <summary>Counts the points of a run, and does at one of them what the job says.</summary>
internal sealed class PointObserver(Job job) : SilentObserver
{
    /// <summary>What the harness reads: the worker stands at its point.</summary>
    public const string There = "there";

    private readonly SelfKill? kill = job.Reaction == Reaction.KillSoon ? new SelfKill(job.Microseconds) : null;
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public override void Statement(string sql) => Pass(sql);

    public override void Finished(MigrationOutcome migration) => Pass($"-- {migration.Version} {migration.State}");

    /// <summary>A kill that is on its way comes before the end is told.</summary>
    public void Await()
    {
        if (kill is { IsDue: true })
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private void Pass(string line)
    {
        lock (lines)
        {
            lines.Add(line);
            if (lines.Count != job.Point)
            {
                return;
            }

            switch (job.Reaction)
            {
                case Reaction.KillAtOnce:
                    SelfKill.Now();
                    break;
                case Reaction.KillSoon:
                    kill!.Begin();
                    break;
                case Reaction.Ask:
                    Console.Out.WriteLine(There);
                    Console.Out.Flush();
                    Console.In.ReadLine();
                    break;
                default:
                    break;
            }
        }
    }
}
