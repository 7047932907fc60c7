using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cairn.Benchmarks.Entrants;

/// <summary>Whether a package of node that has a compiled part works on this machine: installing it may have failed in silence.</summary>
internal static class NodeModules
{
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    public static bool Has(string packages, string name) => Known.GetOrAdd(name, _ =>
    {
        var start = new ProcessStartInfo(Dotnet.Find("node")!, ["-e", $"new (require('{name}'))(':memory:')"])
        {
            WorkingDirectory = packages,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    });
}
