using System.Runtime.InteropServices;
using System.Text;

namespace Cairn.Runtime;

/// <summary>What Linux says of a file or folder, links followed, that .NET has no word for.</summary>
internal sealed class FileStatus
{
    private const int CurrentFolder = -100;
    private const uint EverythingWanted = 0xfff;
    private const int OwnerAt = 20, ModeAt = 28, InodeAt = 32, SizeAt = 40, MadeAt = 80, ChangedAt = 96, ModifiedAt = 112, DeviceAt = 136;

    private readonly byte[] answer;

    private FileStatus(byte[] answer) => this.answer = answer;

    /// <summary>The file system that it is on.</summary>
    public long Device => Number(DeviceAt);

    /// <summary>The number of the user that it belongs to.</summary>
    public uint Owner => BitConverter.ToUInt32(answer, OwnerAt);

    /// <summary>
    /// Which one it is, and when anything of it was changed last, to what the system has: another one, or a folder in which a name came, went or changed, has another text.
    /// Nobody can set the time of a change, as the time of a modification can be.
    /// </summary>
    public string Identity =>
        $"{Number(DeviceAt)}:{Number(InodeAt)}:{BitConverter.ToUInt16(answer, ModeAt)}:{Number(SizeAt)}:{Time(MadeAt)}:{Time(ChangedAt)}:{Time(ModifiedAt)}";

    /// <summary>When anything of it was changed last, in seconds since 1970.</summary>
    public long LastChange => Math.Max(BitConverter.ToInt64(answer, ChangedAt), BitConverter.ToInt64(answer, ModifiedAt));

    /// <summary>Asks the system; null where it is not Linux, or does not say.</summary>
    public static FileStatus? Of(string path)
    {
        try
        {
            // statx has one layout on all processors, which stat has not.
            var told = new byte[256];
            return OperatingSystem.IsLinux() && StatX(CurrentFolder, [.. Encoding.UTF8.GetBytes(path), 0], 0, EverythingWanted, told) == 0 ? new FileStatus(told) : null;
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            return null;
        }
    }

    private long Number(int place) => BitConverter.ToInt64(answer, place);

    private string Time(int place) => $"{Number(place)}.{BitConverter.ToUInt32(answer, place + sizeof(long))}";

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint wanted, byte[] answer);
}
