using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Microsoft.Extensions.Logging;

namespace Cairn.Runtime.Hosting;

/// <summary>Logs what happens in a run.</summary>
internal sealed class LoggingObserver(ILogger logger) : IRunObserver
{
    public void Started(MigrationOutcome migration) => logger.Started(migration.Version, migration.Name, migration.Direction);

    public void Finished(MigrationOutcome migration)
    {
        if (migration.State == OutcomeState.Failed)
        {
            logger.Failed(migration.Version, migration.Name, migration.Direction);
        }
        else
        {
            logger.Finished(migration.Version, migration.Name, migration.State, migration.Duration?.TotalMilliseconds ?? 0);
        }
    }

    public void Statement(string sql) => logger.Sent(sql);

    public void Log(string line) => logger.Said(line);

    public void Progress(long done, long? total) => logger.Progressed(done, total);

    public void Warning(string message) => logger.Warned(message);

    public void WaitingForLock(string holder) => logger.Waits(holder);
}
