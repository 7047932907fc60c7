using System.Diagnostics;
using System.Runtime.InteropServices;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Workers;

/// <summary>What a worker does that says nothing any more, for whoever has to find out why.</summary>
internal static class Hang
{
    private const int Quit = 3;
    private static PosixSignalRegistration? registration;

    /// <summary>In the worker: a signal that ends .NET programs otherwise makes it tell where it stands.</summary>
    public static void TellOnSignal(Func<IEnumerable<string>> state) => registration ??= PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context =>
    {
        context.Cancel = true;
        Console.Error.WriteLine($"worker {Environment.ProcessId} stands at: {string.Join("\n  ", state())}");
        Console.Error.WriteLine($"  thread pool: {ThreadPool.ThreadCount} threads, {ThreadPool.PendingWorkItemCount} waiting");
        Console.Error.Flush();
    });

    /// <summary>In the harness: asks the worker, and looks at its connections.</summary>
    public static async Task<string> DescribeAsync(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        Signals.Send(process.Id, Quit);
        var sockets = Directory.EnumerateFiles($"/proc/{process.Id}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(link => link.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(link => link["socket:[".Length..^1])
            .ToHashSet(StringComparer.Ordinal);
        var lines = await File.ReadAllLinesAsync($"/proc/{process.Id}/net/tcp");
        var open = lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(fields => sockets.Contains(fields[9]));
        var threads = Directory.EnumerateDirectories($"/proc/{process.Id}/task").Select(task => Read(Path.Combine(task, "comm")) + ": " + Read(Path.Combine(task, "wchan")));
        return $"worker {process.Id}; its connections (own end, other end, state, queues): {string.Join("; ", open.Select(fields => string.Join(' ', fields[1..5])))}"
            + $"\n    its threads: {string.Join(", ", threads)}";
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
