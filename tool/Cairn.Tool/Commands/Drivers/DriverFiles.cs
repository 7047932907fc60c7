namespace Cairn.Tool.Commands.Drivers;

/// <summary>Files of drivers on this machine.</summary>
internal static class DriverFiles
{
    /// <summary>The newest version of a package in NuGet's own packages folder; null where there is none.</summary>
    public static string? AtHand(string package)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(packages, package.ToLowerInvariant());
        return Directory.Exists(folder) && DriverStore.Newest(folder) is { } newest ? Path.GetFileName(newest) : null;
    }

    /// <summary>Copies files into a folder, which then has these and no others.</summary>
    /// <exception cref="CairnException">The folder cannot be written (CAIRN7013).</exception>
    public static void Put(IReadOnlyList<string> files, string folder)
    {
        try
        {
            // Whole, or not at all: a run that looks meanwhile finds no half of a driver. A name with a dot before it is no version.
            var fresh = Path.Combine(Path.GetDirectoryName(folder)!, $".{Environment.ProcessId}");
            Directory.CreateDirectory(fresh);
            foreach (var file in files)
            {
                File.Copy(file, Path.Combine(fresh, Path.GetFileName(file)), overwrite: true);
            }

            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(fresh, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.FileNotWritten, $"{folder} cannot be written: {error.Message}", error)
            {
                File = folder,
                Fix = "Make the folder writable.",
            };
        }
    }
}
