using System.Diagnostics;

namespace Cairn.Engines.Tests.Servers;

/// <summary>Programs that start a server, run as an account that the server accepts.</summary>
public static class Commands
{
    /// <summary>PostgreSQL refuses to run as root; <c>nobody</c> exists in every passwd.</summary>
    public const string Account = "nobody";

    public static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    /// <summary>Runs a program to its end, as <see cref="Account"/> when this is root.</summary>
    /// <exception cref="ServerStartException">It failed; the message has its output.</exception>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, bool asAccount = true)
    {
        using var process = Start(program, arguments, asAccount);
        // Both streams at once: a full pipe stops the writer.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var text = await output + await errors;
        if (process.ExitCode != 0)
        {
            throw new ServerStartException($"{program} ended with {process.ExitCode}: {text.Trim()}");
        }
    }

    /// <summary>Starts a program that stays.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, bool asAccount)
    {
        string[] prefix = asAccount && IsRoot
            ? ["setpriv", $"--reuid={Account}", $"--regid={GroupOfAccount}", "--clear-groups", program]
            : [program];
        var start = new ProcessStartInfo(prefix[0], [.. prefix.Skip(1), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C";
        var process = Process.Start(start) ?? throw new ServerStartException($"{program} did not start.");
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Gives a folder to <see cref="Account"/> when this is root.</summary>
    public static async Task GiveAsync(string folder)
    {
        if (IsRoot)
        {
            await RunAsync("chown", [Account, folder], asAccount: false);
        }
    }

    // Debian calls nobody's group nogroup, others call it nobody: take the number from passwd.
    private static string GroupOfAccount =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(parts => parts[0] == Account)[3];
}
