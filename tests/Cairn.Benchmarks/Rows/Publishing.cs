using System.Diagnostics;
using System.Runtime.InteropServices;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Benchmarks.Rows;

/// <summary>Publishes a project the way the tool's package is made: compiled ahead, with a program of its own.</summary>
internal static class Publishing
{
    /// <exception cref="InvalidOperationException">It does not build; the message has the output.</exception>
    public static void Publish(string project, string target)
    {
        string[] arguments =
        [
            "publish", project, "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "--output", target, "--verbosity", "quiet", "--nologo",
        ];
        Run("dotnet", arguments, Path.GetTempPath());
    }

    /// <summary>The tool's launcher; where it cannot be compiled there is none, as in a package then.</summary>
    public static void Launcher(string target)
    {
        File.Delete(target);
        try
        {
            var folder = Path.Combine(Path.GetTempPath(), "cairn-launchers");
            Run("bash", [Path.Combine(Repository.Root, "tests", "make-launcher.sh"), folder], Path.GetTempPath());
            File.Copy(Path.Combine(folder, RuntimeInformation.RuntimeIdentifier, Path.GetFileName(target)), target);
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine(error.Message);
        }
    }

    public static void Run(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // As BenchmarkDotNet and cake leave them, these would reach into the build.
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            var text = output + errors.GetAwaiter().GetResult();
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text[..Math.Min(text.Length, 3000)]}");
        }
    }
}
