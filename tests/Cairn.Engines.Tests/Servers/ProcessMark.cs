using System.Diagnostics;
using System.Globalization;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A process by its id and its start: an id alone may by now be somebody else's.</summary>
public sealed record ProcessMark(int Id, long Started)
{
    public static ProcessMark Of(Process process) => new(process.Id, StartedAt(process));

    public static ProcessMark? Of(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return Of(process);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    public static ProcessMark? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var parts = File.ReadAllText(file).Split(' ');
        return parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var started)
            ? new(id, started)
            : null;
    }

    public bool IsAlive => Of(Id) is { } now && now.Started == Started;

    /// <summary>Asks the server to end at once (PostgreSQL and MariaDB both take SIGQUIT so), then makes it.</summary>
    public void End()
    {
        if (!IsAlive)
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(Id);
            Signals.Send(Id, Signals.Quit);
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(TimeSpan.FromSeconds(10));
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It ended in between, which is what was wanted.
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Started}");

    // The kernel's own ticks since the boot: .NET's StartTime is rounded differently from process to process.
    private static long StartedAt(Process process)
    {
        var file = $"/proc/{process.Id}/stat";
        if (!File.Exists(file))
        {
            return 0;
        }

        var stat = File.ReadAllText(file);
        return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19], CultureInfo.InvariantCulture);
    }
}
