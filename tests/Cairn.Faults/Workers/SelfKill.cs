using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Workers;

/// <summary>Sends SIGKILL to its own process after a time that is kept to some microseconds, which no other process could keep.</summary>
internal sealed class SelfKill
{
    private long begun;

    public SelfKill(int microseconds)
    {
        var thread = new Thread(() => Run(microseconds)) { IsBackground = true, Priority = ThreadPriority.Highest };
        thread.Start();
    }

    public bool IsDue => Volatile.Read(ref begun) != 0;

    public static void Now()
    {
        Signals.Send(Environment.ProcessId, Signals.Kill);
        Thread.Sleep(Timeout.Infinite);
    }

    public void Begin() => Volatile.Write(ref begun, Stopwatch.GetTimestamp());

    private void Run(int microseconds)
    {
        while (!IsDue)
        {
            Thread.Yield();
        }

        while (Stopwatch.GetElapsedTime(Volatile.Read(ref begun)).TotalMicroseconds < microseconds)
        {
            Thread.SpinWait(10);
        }

        Now();
    }
}
