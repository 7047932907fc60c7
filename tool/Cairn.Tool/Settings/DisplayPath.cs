namespace Cairn.Tool.Settings;

/// <summary>Paths as people write them.</summary>
internal static class DisplayPath
{
    /// <summary>Relative to the working folder, with slashes; the full path where that would be no shorter.</summary>
    public static string Of(string path, string workingFolder)
    {
        var relative = Path.GetRelativePath(workingFolder, path);
        return (relative.Length <= path.Length ? relative : path).Replace('\\', '/');
    }
}
