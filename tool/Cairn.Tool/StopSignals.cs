using System.Runtime.InteropServices;

namespace Cairn.Tool;

/// <summary>Turns Ctrl+C and what a container's runtime sends into one cancellation; the second one ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private int _seen;

    public StopSignals() => _registrations = Signals.Select(signal => PosixSignalRegistration.Create(signal, Stop)).ToList();

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _seen) > 1)
        {
            Environment.Exit(Output.ExitCodes.Cancelled);
        }

        // Not on this thread: the statement in flight is cancelled by callbacks that may take their time.
        _ = _source.CancelAsync();
    }
}
