using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Cairn.Runtime;

namespace Cairn.Scripting.Caching;

/// <summary>Asks the system whose a folder or file is; .NET has no word for it.</summary>
internal static class FileOwner
{
    /// <summary>Why a folder or file may have been written by others; null where only root and the user running this can.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="mode">Its mode.</param>
    [UnsupportedOSPlatform("windows")]
    public static string? WhyNotTrusted(string path, UnixFileMode mode) =>
        (mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None ? "others may write to it"
        : IsSomebodyElse(path) ? "it belongs to another user"
        : null;

    [UnsupportedOSPlatform("windows")]
    private static bool IsSomebodyElse(string path)
    {
        // Root can do everything anyway; an image built by root and run by a user has its cache from root.
        if (FileStatus.Of(path) is { } status)
        {
            return status.Owner != 0 && status.Owner != EffectiveUser();
        }

        return !CanChangeMode(path);
    }

    // Only the owner (and root) may set a file's mode, also to what it is.
    [UnsupportedOSPlatform("windows")]
    private static bool CanChangeMode(string path)
    {
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // A disk that cannot be written to cannot be written to by others either.
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
