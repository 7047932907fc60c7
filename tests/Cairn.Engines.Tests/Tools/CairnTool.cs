using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Tools;

/// <summary>The built tool, run as a process of its own: what a user has, and nothing of the test's memory.</summary>
public static class CairnTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The tool's program, or its launcher: the one that <c>CAIRN_TEST_TOOL</c> names, else the one that the build puts beside the tests.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("CAIRN_TEST_TOOL") is { Length: > 0 } given
        ? System.IO.Path.GetFullPath(given)
        : System.IO.Path.Combine(AppContext.BaseDirectory, "dotnet-cairn.dll");

    /// <summary>Runs the tool to its end, with standard input closed.</summary>
    public static async Task<ToolResult> RunAsync(ToolCall call)
    {
        await using var run = Start(call);
        return await run.EndAsync(Patience);
    }

    /// <summary>Starts the tool and returns at once, for a test that sends it a signal.</summary>
    public static ToolRun Start(ToolCall call)
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = call.Folder,
        };
        var words = Words(call);
        start.FileName = words[0];
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        Clean(start.Environment, call);
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.StandardInput.Close();
        return new ToolRun(process, "dotnet-cairn " + string.Join(' ', call.Arguments));
    }

    private static List<string> Words(ToolCall call)
    {
        var program = call.Program ?? Path;
        List<string> words = [.. program.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", program] : new[] { program }, .. call.Arguments];
        if (!OperatingSystem.IsLinux())
        {
            return words;
        }

        // A shell that runs the tests in the background ignores SIGINT, and children inherit that.
        words.InsertRange(0, ["env", "--default-signal=INT,TERM"]);
        if (call.WithoutRootRights && Commands.IsRoot)
        {
            words.InsertRange(0, ["setpriv", $"--reuid={Commands.Account}", "--regid=65534", "--clear-groups"]);
        }

        return words;
    }

    /// <summary>Nothing of the developer's own settings reaches the tool.</summary>
    private static void Clean(IDictionary<string, string?> environment, ToolCall call)
    {
        var ours = environment.Keys.Where(name =>
            name.StartsWith("CAIRN_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("PG", StringComparison.Ordinal)
            || name is "DATABASE_URL" or "EXTENSIONS_PATH" or "NO_COLOR");
        foreach (var name in ours.ToArray())
        {
            environment.Remove(name);
        }

        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["XDG_CACHE_HOME"] = call.WithoutRootRights ? System.IO.Path.Combine(call.Folder, ".cache") : ToolCache.Folder;
        foreach (var (name, value) in call.Environment)
        {
            environment[name] = value;
        }
    }
}
