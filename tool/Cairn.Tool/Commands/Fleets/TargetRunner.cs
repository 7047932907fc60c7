using System.Diagnostics;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Fleets;
using Cairn.Tool.Settings;
using Cairn.Tool.Settings.Targets;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Runs a command on one database of a fleet: as on one database alone, but that what it prints meanwhile goes to standard error, behind the target's name.</summary>
/// <param name="fleet">The context of the whole.</param>
/// <param name="body">What to run.</param>
/// <param name="share">What all targets have in common.</param>
internal sealed class TargetRunner(CommandContext fleet, CommandBody body, FleetShare share)
{
    public async Task<FleetOutcome> RunAsync(FleetTarget target, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var lines = new PrefixedWriter(TextWriter.Synchronized(fleet.Host.Error), target.Name);
        // Each migration of each target would be thousands of lines.
        var host = fleet.Host with { Out = fleet.Flags.Verbose ? lines : TextWriter.Null, Error = lines, OutIsTerminal = false, ErrorIsTerminal = false };
        var settings = new Lazy<ToolSettings>(fleet.Settings.For(target));
        using var context = new CommandContext(host, new Printer(host, fleet.Flags), fleet.Flags, settings, fleet.Command) { Share = share };
        var report = await CommandRunner.RunAsync(body, context, cancellationToken);
        var keep = fleet.Flags.Json || fleet.Flags.Verbose;
        return FleetOutcome.Of(target.Name, report, Stopwatch.GetElapsedTime(began), keep);
    }
}
