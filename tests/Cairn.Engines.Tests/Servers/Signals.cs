using System.Runtime.InteropServices;

namespace Cairn.Engines.Tests.Servers;

/// <summary>Signals to other processes, which .NET itself cannot send.</summary>
public static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(int processId, int signal)
    {
        if (KillProcess(processId, signal) != 0)
        {
            throw new InvalidOperationException($"Signal {signal} to process {processId} failed: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int KillProcess(int processId, int signal);
}
