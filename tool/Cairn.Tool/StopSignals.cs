using System.Runtime.InteropServices;

namespace Cairn.Tool;

/// <summary>Turns Ctrl+C and what a container's runtime sends into one cancellation; the second one ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations = new PosixSignalRegistration[Signals.Length];
    private int _seen;

    public StopSignals()
    {
        for (var index = 0; index < Signals.Length; index++)
        {
            _registrations[index] = PosixSignalRegistration.Create(Signals[index], Stop);
        }
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

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
