using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Hands on what a run on the copy says.</summary>
internal sealed class StepObserver(IDrillObserver observer, LockWatch? locks) : SilentObserver
{
    public override void Finished(MigrationOutcome migration) => locks?.End();

    public override void Log(string line) => observer.Log(line);

    public override void Progress(long done, long? total) => observer.Progress("migration", done, total);

    public override void Warning(string message) => observer.Warning(message);
}
