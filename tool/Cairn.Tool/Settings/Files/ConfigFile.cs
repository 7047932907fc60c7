namespace Cairn.Tool.Settings.Files;

/// <summary>A settings file that was read and checked.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Display">As the user would write it from the working folder.</param>
/// <param name="Root">What it holds.</param>
internal sealed record ConfigFile(string Path, string Display, ConfigNode Root)
{
    public const string DefaultName = "cairn.json";

    /// <summary>What relative paths in it are relative to.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The sections' names.</summary>
    public IReadOnlyList<string> Environments =>
        Root[SettingDefinitions.EnvironmentsKey]?.Entries.Select(entry => entry.Key).ToList() ?? [];

    public ConfigNode? Section(string environment) => Root[SettingDefinitions.EnvironmentsKey]?[environment];

    /// <summary>Reads the named file.</summary>
    /// <exception cref="CairnException">It is not there, cannot be read, or is wrong (CAIRN7001, 7002, 7011).</exception>
    public static ConfigFile Read(string path, string workingFolder)
    {
        var display = DisplayPath.Of(path, workingFolder);
        try
        {
            var root = ConfigReader.Read(File.ReadAllBytes(path), display);
            ConfigCheck.Run(root, display);
            return new ConfigFile(path, display, root);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.ConfigFileInvalid, $"the settings file {display} cannot be read: {error.Message}", error)
            {
                Fix = "Name another file with --config, or make this one readable.",
            };
        }
    }

    /// <summary>Looks in the working folder, then upward to the folder that holds <c>.git</c>; without such a folder only in the working folder.</summary>
    public static string? Find(string workingFolder)
    {
        var here = System.IO.Path.Combine(workingFolder, DefaultName);
        if (File.Exists(here))
        {
            return here;
        }

        string? found = null;
        for (var folder = new DirectoryInfo(workingFolder); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, DefaultName);
            found ??= File.Exists(candidate) ? candidate : null;
            // In a work tree, .git is a file.
            if (System.IO.Path.Exists(System.IO.Path.Combine(folder.FullName, ".git")))
            {
                return found;
            }
        }

        return null;
    }
}
