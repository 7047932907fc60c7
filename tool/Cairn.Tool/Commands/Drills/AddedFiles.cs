using System.ComponentModel;
using System.Diagnostics;

namespace Cairn.Tool.Commands.Drills;

/// <summary>The files that a branch adds, as git tells it.</summary>
internal static class AddedFiles
{
    /// <summary>Files in the folders that are in the working tree and were not where the branch left the given one; also untracked ones.</summary>
    /// <param name="folders">Full paths; one that is not there has no files.</param>
    /// <param name="reference">A branch, tag or commit.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">git is missing, or does not know the reference or the folder (CAIRN5009).</exception>
    public static async Task<IReadOnlySet<string>> SinceAsync(IReadOnlyList<string> folders, string reference, CancellationToken cancellationToken)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        if (reference.StartsWith('-'))
        {
            throw Failed($"'{reference}' is no branch, tag or commit.", inner: null);
        }

        foreach (var folder in folders.Where(Directory.Exists))
        {
            var start = (await GitAsync(folder, ["merge-base", reference, "HEAD"], cancellationToken)).Trim();

            // A file that was renamed has another version: it is a new migration.
            var added = await GitAsync(folder, ["diff", "--name-only", "--diff-filter=A", "--no-renames", "--relative", "-z", start, "--", "."], cancellationToken);
            var untracked = await GitAsync(folder, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."], cancellationToken);
            foreach (var file in (added + untracked).Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                files.Add(Path.GetFullPath(Path.Combine(folder, file)));
            }
        }

        return files;
    }

    private static async Task<string> GitAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : throw Failed($"git {arguments[0]} failed: {First(await errors)}", inner: null);
        }
        catch (Win32Exception exception)
        {
            throw Failed($"git could not be started: {exception.Message}", exception);
        }
    }

    private static string First(string errors) => errors.Trim() is { Length: > 0 } text ? text.Split('\n')[0].Trim() : "the two have no common commit";

    private static CairnException Failed(string message, Exception? inner) => new(ErrorCodes.GitFailed, $"What the branch adds cannot be found out: {message}", inner)
    {
        Fix = "Give --since a branch, tag or commit of the repository that the extensions folder is in, and fetch it first (a shallow clone may not have it); or name the versions.",
        DatabaseState = "Nothing was run.",
    };
}
