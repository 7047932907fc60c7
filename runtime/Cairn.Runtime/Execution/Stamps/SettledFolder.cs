using System.IO.Enumeration;
using System.Runtime.InteropServices;

namespace Cairn.Runtime.Execution.Stamps;

/// <summary>A folder whose list of names cannot change without the system noting it, so that it need not be listed again to be known.</summary>
internal static class SettledFolder
{
    // A change in the same tick of the system's clock has the same time. Ticks are of milliseconds; the rest is for clocks that are set.
    public const int SecondsToSettle = 2;
    private const int StatusSize = 256;

    // Those on which the kernel itself writes the time of each change. What comes from another machine, or from a program, may come late.
    private static readonly long[] TrustedSystems =
    [
        0xEF53, // ext4
        0x58465342, // XFS
        0x9123683E, // Btrfs
        0x01021994, // tmpfs
        0x794C7630, // overlayfs, of containers
        0xF2F52010, // F2FS
        0x2FC12FC1, // ZFS
    ];

    /// <summary>Whether another list of names would be seen by <see cref="FileStatus.Identity"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="status">It, as the system said before it was listed.</param>
    /// <param name="now">Then, in seconds since 1970.</param>
    public static bool Is(string folder, FileStatus status, long now)
    {
        try
        {
            return now - status.LastChange >= SecondsToSettle && HasTrustedTimes(folder) && !HasLinks(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone, or closed, since it was listed.
            return false;
        }
    }

    /// <summary>Whether each change on its file system has the kernel's own time.</summary>
    public static bool HasTrustedTimes(string folder) => Array.IndexOf(TrustedSystems, SystemOf(folder)) >= 0;

    /// <summary>What a link leads to changes elsewhere: a folder today, and a file tomorrow.</summary>
    private static bool HasLinks(string folder) => new FileSystemEnumerable<bool>(
        folder, static (ref FileSystemEntry entry) => true, new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    }.Any();

    private static long SystemOf(string folder)
    {
        // Its first field is the kind, a word on these processors.
        var answer = new byte[StatusSize];
        return RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64 && StatFs(folder, answer) == 0 ? BitConverter.ToInt64(answer) : 0;
    }

    [DllImport("libc", EntryPoint = "statfs")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatFs([MarshalAs(UnmanagedType.LPUTF8Str)] string path, byte[] answer);
}
