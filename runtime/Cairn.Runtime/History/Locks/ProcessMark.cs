using System.Globalization;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A process so exactly that its end can be known: the boot of its machine, its name space of process numbers, its number and its start.
/// Host and number alone would take a container of the same host name, or a later process of the same number, for it.
/// </summary>
internal static class ProcessMark
{
    /// <summary>This process; empty where the operating system does not tell.</summary>
    public static string Here { get; } = World() is { } world && Start(Environment.ProcessId) is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"{world} {Environment.ProcessId} {start}")
        : "";

    /// <summary>Whether the process is certainly gone. False where it lives, and where that cannot be seen from here.</summary>
    public static bool IsGone(string? mark)
    {
        if (mark?.Split(' ') is not [var boot, var names, var number, var start]
            || !string.Equals($"{boot} {names}", World(), StringComparison.Ordinal)
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        return Start(id) != start;
    }

    private static string? World()
    {
        try
        {
            return OperatingSystem.IsLinux() && new FileInfo("/proc/self/ns/pid").LinkTarget is { } names
                ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {names}"
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The start in the kernel's own ticks; null for a process that is gone, or dead and not yet collected by its parent.</summary>
    private static string? Start(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
