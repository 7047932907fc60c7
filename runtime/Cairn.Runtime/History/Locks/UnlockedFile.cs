using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// Reads a file that another process has locked. .NET itself asks for a shared lock with every opening, and so refuses; the operating
/// system (but for Windows) does not mind.
/// </summary>
internal static class UnlockedFile
{
    /// <summary>The file's lines, or null where it is not there or cannot be read.</summary>
    public static string[]? ReadLines(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        using var handle = Open(path, flags: 0);
        if (handle.IsInvalid)
        {
            return null;
        }

        using var stream = new FileStream(handle, FileAccess.Read);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
