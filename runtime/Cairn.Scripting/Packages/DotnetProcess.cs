using System.ComponentModel;
using System.Diagnostics;

namespace Cairn.Scripting.Packages;

/// <summary>The one place that starts <c>dotnet</c>.</summary>
internal static class DotnetProcess
{
    /// <summary>Restores all projects of a folder in one call. What it says of a project is in the project's own files.</summary>
    /// <returns>What it wrote; null where there is no SDK that could do it.</returns>
    public static async Task<string?> RestoreAsync(string folder, CancellationToken cancellationToken)
    {
        // The variable is what an SDK gives the programs it starts.
        var program = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host) ? host : "dotnet";
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["msbuild", RestoreProject.MainName, "-t:Restore", "-nologo", "-v:q", "-tl:off", "-nr:false"])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            await using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            var said = await output + await errors;
            return HasNoSdk(said) ? null : said;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // The host's own words; and NETSDK1045 is an SDK that is older than the framework.
    private static bool HasNoSdk(string output) =>
        output.Contains("No .NET SDKs were found", StringComparison.Ordinal)
        || output.Contains("A compatible .NET SDK was not found", StringComparison.Ordinal)
        || output.Contains("NETSDK1045", StringComparison.Ordinal);
}
