using Cairn.Runtime.Execution;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Takes the warnings that concern all targets, from whichever of them comes upon one: an observer itself is told by one thread at a time.</summary>
/// <param name="fleet">The observer of the whole.</param>
internal sealed class FleetWarnings(IRunObserver fleet) : SilentObserver
{
    private readonly Lock _lock = new();

    public override void Warning(string message)
    {
        lock (_lock)
        {
            fleet.Warning(message);
        }
    }
}
