using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Cairn.Scripting.Caching;

/// <summary>Asks the system whose a folder is; .NET has no word for it.</summary>
internal static class FileOwner
{
    private const int CurrentFolder = -100;
    private const uint OwnerWanted = 0x8;
    private const int OwnerOffset = 20;

    /// <summary>Whether a folder belongs to another user than root and the one running this.</summary>
    [UnsupportedOSPlatform("windows")]
    public static bool IsSomebodyElse(string folder)
    {
        try
        {
            // statx has one layout on all processors, which stat has not.
            var answer = new byte[256];
            if (OperatingSystem.IsLinux() && StatX(CurrentFolder, [.. Encoding.UTF8.GetBytes(folder), 0], 0, OwnerWanted, answer) == 0)
            {
                var owner = BitConverter.IsLittleEndian
                    ? BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(OwnerOffset))
                    : BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(OwnerOffset));
                // Root can do everything anyway; an image built by root and run by a user has its cache from root.
                return owner != 0 && owner != EffectiveUser();
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library: go by the mode below.
        }

        return !CanChangeMode(folder);
    }

    // Only the owner (and root) may set a file's mode, also to what it is.
    [UnsupportedOSPlatform("windows")]
    private static bool CanChangeMode(string folder)
    {
        try
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder));
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

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint wanted, byte[] answer);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
