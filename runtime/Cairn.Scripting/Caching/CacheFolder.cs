namespace Cairn.Scripting.Caching;

/// <summary>Where the cache is, and whether it can be trusted: an assembly that somebody else put there would run with the database's rights.</summary>
internal static class CacheFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder by the environment; null for no cache.</summary>
    public static string? Choose(Func<string, string?> variable)
    {
        if (variable("CAIRN_CACHE") is { Length: > 0 } own)
        {
            return string.Equals(own, "off", StringComparison.OrdinalIgnoreCase) ? null : Path.GetFullPath(own);
        }

        // The specification of XDG folders says that a relative one is to be ignored.
        if (variable("XDG_CACHE_HOME") is { } xdg && Path.IsPathFullyQualified(xdg))
        {
            return Path.Combine(xdg, "cairn");
        }

        if (OperatingSystem.IsWindows())
        {
            return variable("LOCALAPPDATA") is { Length: > 0 } local ? Path.Combine(local, "cairn", "cache") : null;
        }

        return variable("HOME") is { } home && Path.IsPathFullyQualified(home)
            ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache", "cairn")
            : null;
    }

    /// <summary>Makes the folder where it is missing; null, with a warning, where it cannot be trusted, and null without one where it cannot be made.</summary>
    public static string? Open(string folder, Action<string>? warn)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                return Directory.CreateDirectory(folder).FullName;
            }

            // Where the folder is a link, all that follows goes by what it leads to now, and not by where somebody may lead it later.
            var path = Directory.Exists(folder) ? Target(folder) : Directory.CreateDirectory(folder, OwnerOnly).FullName;
            if (FileOwner.WhyNotTrusted(path, File.GetUnixFileMode(path)) is { } reason)
            {
                warn?.Invoke($"The compile cache {path} is not used, {reason}: what others can write there would be run. Scripts are compiled in memory.");
                return null;
            }

            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string Target(string folder) => new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
}
