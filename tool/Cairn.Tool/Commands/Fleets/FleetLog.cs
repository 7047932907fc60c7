using System.Text;
using System.Text.Json;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Fleets;
using Cairn.Tool.Settings;
using Cairn.Tool.Settings.Targets;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>
/// The report of a fleet, as it comes: one JSON object a line, first what was run, then each target's outcome. A line is written at once and
/// is on the disk before the next target begins, so the file is right wherever the run is cut; a last line that is not whole does not count.
/// </summary>
internal sealed class FleetLog : IDisposable
{
    private readonly FileStream _file;
    private readonly Dictionary<string, FleetLogLine> _before;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();

    private FleetLog(FileStream file, string display, Dictionary<string, FleetLogLine> before, TimeProvider clock) =>
        (_file, Display, _before, _clock) = (file, display, before, clock);

    /// <summary>The file, as the user would write it.</summary>
    public string Display { get; }

    /// <summary>Begins a report, or goes on with one; null where none was asked for.</summary>
    /// <exception cref="CairnException">It cannot be written (CAIRN7013), or is of another run (CAIRN7031).</exception>
    public static FleetLog? Open(CommandContext fleet, FleetRequest request, FleetLogHead head)
    {
        if ((request.Report ?? request.Continue) is not { } name)
        {
            return null;
        }

        var path = Path.GetFullPath(name, fleet.Host.WorkingFolder);
        var display = DisplayPath.Of(path, fleet.Host.WorkingFolder);
        var goesOn = request.Continue is not null;
        try
        {
            var before = goesOn ? FleetLogReading.Read(File.ReadAllBytes(path), display, head) : [];
            var file = new FileStream(path, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read);
            var log = new FleetLog(file, display, before, fleet.Host.Clock);
            log.Write(goesOn ? "" : JsonSerializer.Serialize(head with { Tool = ToolHost.Version }, FleetLogContext.Readable.FleetLogHead));
            return log;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw goesOn && error is FileNotFoundException or DirectoryNotFoundException
                ? FleetLogReading.Wrong($"the report {display} is not there.", display)
                : new CairnException(ErrorCodes.FileNotWritten, $"the report {display} cannot be written: {error.Message}", error)
                {
                    Fix = "Name a file in a folder that is there and that this account may write to; each run, and each shard, needs one of its own.",
                    DatabaseState = "nothing was run",
                };
        }
    }

    /// <summary>Whether the run that is gone on with had done with this target, on the same database.</summary>
    public bool IsDone(FleetTarget target) => _before.TryGetValue(target.Name, out var line) && line.Ok && line.Database == target.Connection.Target.Display;

    public void Write(FleetTarget target, FleetOutcome outcome)
    {
        var report = outcome.Report!;
        var line = new FleetLogLine(target.Name, target.Connection.Target.Display, outcome.State.Word(), outcome.State is FleetState.Done or FleetState.Nothing, report.ExitCode)
        {
            What = outcome.What,
            DurationMs = outcome.Took is { } took ? Math.Round(took.TotalMilliseconds, 1) : null,
            At = _clock.GetUtcNow().UtcDateTime,
            Error = report.Error is { } error ? JsonError.Of(error) : null,
        };
        Write(JsonSerializer.Serialize(line, FleetLogContext.Readable.FleetLogLine));
    }

    public void Dispose() => _file.Dispose();

    private void Write(string line)
    {
        lock (_lock)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush(flushToDisk: true);
        }
    }
}
