using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Workers;

/// <summary>Sends SIGKILL to its own process after a time that is kept to some microseconds, which no other process could keep.</summary>
internal sealed class SelfKill
{
    private readonly ManualResetEventSlim begun = new();
    private long deadline;

    public SelfKill(int microseconds)
    {
        var thread = new Thread(() => Run(microseconds)) { IsBackground = true, Priority = ThreadPriority.Highest };
        thread.Start();
    }

    public bool IsDue => begun.IsSet;

    public static void Now()
    {
        Signals.Send(Environment.ProcessId, Signals.Kill);
        Thread.Sleep(Timeout.Infinite);
    }

    public void Begin()
    {
        deadline = Stopwatch.GetTimestamp();
        begun.Set();
    }

    private void Run(int microseconds)
    {
        begun.Wait();
        while (Stopwatch.GetElapsedTime(deadline).TotalMicroseconds < microseconds)
        {
            Thread.SpinWait(10);
        }

        Now();
    }
}
