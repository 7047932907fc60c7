using System.Diagnostics;
using System.Globalization;

namespace Cairn.Benchmarks.Measurements;

/// <summary>Runs a process, and measures it from outside.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <param name="call">What to run.</param>
    /// <param name="watchMemory">Also look at its memory while it runs, which takes a little of the processor.</param>
    /// <exception cref="InvalidOperationException">It failed; the message has its output.</exception>
    public static Sample Run(ProcessCall call, bool watchMemory = false)
    {
        var clock = Stopwatch.StartNew();
        var id = PosixProcess.Start(call);
        using var ender = new Timer(_ => End(id), state: null, Patience, Timeout.InfiniteTimeSpan);
        using var watch = watchMemory ? new MemoryWatch(id) : null;
        var (code, processor) = PosixProcess.Wait(id);
        var sample = new Sample(clock.Elapsed.TotalMilliseconds, processor, watch?.Most ?? 0, code);
        return code == 0
            ? sample
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(call.Program)} {string.Join(' ', call.Arguments)} ended with {code}: {Last(File.ReadAllText(call.Output))}"));
    }

    private static string Last(string text) => text.Length <= 3000 ? text : text[^3000..];

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has just ended.
        }
    }
}
