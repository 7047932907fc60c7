using Cairn.Runtime.Drills;
using Microsoft.Extensions.Logging;

namespace Cairn.Runtime.Hosting;

/// <summary>Logs what a drill says; its results are in the report.</summary>
internal class LoggingDrillObserver(ILogger logger) : SilentDrillObserver
{
    public override void Note(string line) => logger.Said(line);

    public override void Warning(string message) => logger.Warned(message);

    public override void Statement(string sql) => logger.Sent(sql);

    public override void Log(string line) => logger.Said(line);
}
