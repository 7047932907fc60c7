using Cairn.Tool.CommandLines;

namespace Cairn.Tool;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var signals = new StopSignals();
        return await CommandRunner.RunAsync(ToolHost.OfProcess(args), signals.Token);
    }
}
