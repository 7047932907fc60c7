using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Workers;

/// <summary>Sends SIGKILL to its own process after a time that is kept to some microseconds, which no other process could keep.</summary>
internal sealed class SelfKill
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long begun;

    public SelfKill(int microseconds)
    {
        new Thread(() => Run(microseconds)) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        ready.Task.Wait();
    }

    public void Begin() => Volatile.Write(ref begun, Stopwatch.GetTimestamp());

    private void Run(int microseconds)
    {
        ready.SetResult();
        while (Volatile.Read(ref begun) == 0)
        {
            Thread.Yield();
        }

        while (Stopwatch.GetElapsedTime(Volatile.Read(ref begun)).TotalMicroseconds < microseconds)
        {
            Thread.SpinWait(10);
        }

        Signals.Send(Environment.ProcessId, Signals.Kill);
    }
}
