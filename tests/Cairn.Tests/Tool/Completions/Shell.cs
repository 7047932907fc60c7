using System.Diagnostics;
using Xunit;

namespace Cairn.Tests.Tool.Completions;

/// <summary>A shell of this machine.</summary>
internal static class Shell
{
    /// <summary>Runs a script in a folder; its standard output. Skips the test where the shell is not installed.</summary>
    public static async Task<string> RunAsync(string shell, string[] arguments, string script, string folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && shell != "pwsh", $"{shell} is tested on Unix");
        var start = new ProcessStartInfo(shell, [.. arguments, script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in new[] { "CAIRN_EXTENSIONS_PATH", "EXTENSIONS_PATH" })
        {
            start.Environment.Remove(name);
        }

        // fish writes its history and variables into the home.
        start.Environment["HOME"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = folder;
        start.Environment["XDG_DATA_HOME"] = folder;
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0 && (await errors).Length == 0, $"{shell} ended with {process.ExitCode}\n{await errors}\n{output}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{shell} is not installed");
            throw;
        }
    }
}
