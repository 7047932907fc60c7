using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Hosting;

/// <summary>Tells several.</summary>
internal sealed class CombinedObserver(IReadOnlyList<IRunObserver> observers) : IRunObserver
{
    public void Started(MigrationOutcome migration) => Tell(observer => observer.Started(migration));

    public void Finished(MigrationOutcome migration) => Tell(observer => observer.Finished(migration));

    public void Statement(string sql) => Tell(observer => observer.Statement(sql));

    public void Log(string line) => Tell(observer => observer.Log(line));

    public void Progress(long done, long? total) => Tell(observer => observer.Progress(done, total));

    public void Warning(string message) => Tell(observer => observer.Warning(message));

    public void WaitingForLock(string holder) => Tell(observer => observer.WaitingForLock(holder));

    private void Tell(Action<IRunObserver> tell)
    {
        foreach (var observer in observers)
        {
            tell(observer);
        }
    }
}
