using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Workers;

/// <summary>Sends SIGKILL to its own process after a time that is kept to some microseconds, which no other process could keep.</summary>
internal sealed class SelfKill
{
    private readonly ManualResetEventSlim ready = new();
    private long begun;

    public SelfKill(int microseconds)
    {
        new Thread(() => Run(microseconds)) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        ready.Wait();
    }

    public void Begin() => Volatile.Write(ref begun, Stopwatch.GetTimestamp());

    private void Run(int microseconds)
    {
        ready.Set();
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
