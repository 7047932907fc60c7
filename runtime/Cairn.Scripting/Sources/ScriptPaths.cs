namespace Cairn.Scripting.Sources;

/// <summary>Paths as scripts write them: relative to the script, with either slash.</summary>
internal static class ScriptPaths
{
    /// <summary>How two paths of this machine are compared.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The full path of what a script names; null where the script has no file to be relative to.</summary>
    public static string? Resolve(string scriptFullPath, string written)
    {
        var path = Native(written);
        if (Path.IsPathFullyQualified(path))
        {
            return Path.GetFullPath(path);
        }

        return Path.IsPathFullyQualified(scriptFullPath) && path.Length > 0
            ? Path.GetFullPath(path, Path.GetDirectoryName(scriptFullPath)!)
            : null;
    }

    /// <summary>What a script names, as the user would write it.</summary>
    public static string Display(string scriptDisplay, string written)
    {
        var parts = new List<string>();
        var whole = Path.Combine(Path.GetDirectoryName(scriptDisplay) ?? "", Native(written));
        foreach (var part in whole.Split(Path.DirectorySeparatorChar))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join(Path.DirectorySeparatorChar, parts);
    }

    /// <summary>A file's path relative to a script's folder, with <c>/</c> on every system.</summary>
    public static string Relative(string scriptFullPath, string fullPath) =>
        Path.GetRelativePath(Path.GetDirectoryName(scriptFullPath) ?? "", fullPath).Replace('\\', '/');

    private static string Native(string written) => written.Replace('\\', '/').Replace('/', Path.DirectorySeparatorChar);
}
