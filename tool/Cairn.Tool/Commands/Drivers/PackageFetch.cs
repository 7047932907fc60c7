using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Cairn.Tool.Commands.Drivers;

/// <summary>A fetched package.</summary>
/// <param name="Version">The version that was had.</param>
/// <param name="Files">Its files and those of the packages that it needs.</param>
internal sealed record FetchedPackage(string Version, IReadOnlyList<string> Files);

/// <summary>Fetches a package as any project does: by <c>dotnet restore</c>, from the user's own sources and packages folder.</summary>
internal static partial class PackageFetch
{
    /// <exception cref="CairnException">It was not had (CAIRN8003).</exception>
    public static async Task<FetchedPackage> RunAsync(PackageRequest package, string workingFolder, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cairn-driver-").FullName;
        try
        {
            FetchProject.Write(folder, package, workingFolder);
            var (exitCode, output) = await DotnetAsync(folder, cancellationToken);
            var list = Path.Combine(folder, FetchProject.ListName);
            if (exitCode != 0 || !File.Exists(list))
            {
                throw NotFetched(package, Reasons(output));
            }

            var lines = (await File.ReadAllLinesAsync(list, cancellationToken)).Select(line => line.Split('|')).Where(parts => parts.Length == 3).ToList();
            var own = lines.Find(parts => parts[0].Equals(package.Id, StringComparison.OrdinalIgnoreCase))
                ?? throw NotFetched(package, "the package has no assembly for this .NET");
            return new FetchedPackage(own[1], [.. lines.Select(parts => parts[2])]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> DotnetAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["msbuild", FetchProject.Name, "-restore", "-t:List", "-nologo", "-v:q", "-tl:off", "-nr:false"])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Start(start);
        process.StandardInput.Close();
        await using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new CairnException(ErrorCodes.PackageNotFetched, $"The program dotnet does not start: {error.Message}", error)
            {
                Fix = "Install the .NET SDK and have dotnet on PATH; or put the driver's assemblies into the extensions folder's drivers/ by hand.",
            };
        }
    }

    private static CairnException NotFetched(PackageRequest package, string reason) =>
        new(ErrorCodes.PackageNotFetched, $"The package {package} was not had: {reason}.")
        {
            Fix = "Check the name, the version and your NuGet sources (dotnet nuget list source); or put the driver's assemblies into the extensions folder's drivers/ by hand.",
        };

    /// <summary>NuGet says the same once for every source and framework.</summary>
    private static string Reasons(string output)
    {
        var reasons = ErrorPattern().Matches(output).Select(match => match.Groups[1].Value.Trim().TrimEnd('.')).Where(reason => !reason.Contains(":   -", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return reasons.Count > 0 ? string.Join("; ", reasons) : $"dotnet said: {output.Trim()}";
    }

    [GeneratedRegex(@"error ((?:NU|MSB|NETSDK)[0-9]+: .*?)(?: \[[^\]\r\n]*\])?\r?$", RegexOptions.Multiline, 1000)]
    private static partial Regex ErrorPattern();
}
