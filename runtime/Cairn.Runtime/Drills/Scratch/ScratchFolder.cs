using System.Text;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>
/// A folder of one drill among the temporary files. The file with its mark is locked through the operating system as long as the drill lives,
/// so a folder whose mark can be locked was left behind.
/// </summary>
internal sealed class ScratchFolder
{
    private const string MarkFile = "scratch";
    private const string CopyFile = "copy.db";

    private readonly FileStream held;
    private readonly ScratchMark mark;

    private ScratchFolder(string path, FileStream stream, ScratchMark written) => (Path, held, mark) = (path, stream, written);

    public string Path { get; }

    /// <summary>The database file; not there yet.</summary>
    public string Database => System.IO.Path.Combine(Path, CopyFile);

    /// <summary>Makes one that only this account can look into: it will have the database's rows.</summary>
    public static ScratchFolder Create(string source)
    {
        var written = ScratchMark.New();
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), ScratchName.New(source, written.At).ToString());
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var stream = new FileStream(System.IO.Path.Combine(path, MarkFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            stream.Write(Encoding.UTF8.GetBytes(written.ToString()));
            stream.Flush();
            return new ScratchFolder(path, stream, written);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ScratchErrors.Failed($"No folder for the scratch copy could be made: {exception.Message}", exception, "Let TMPDIR name a folder that can be written to, with room for the copy.");
        }
    }

    /// <summary>Removes folders whose drill was killed.</summary>
    public static void RemoveLeftBehind(IDrillObserver observer)
    {
        foreach (var path in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), ScratchName.Prefix + "*"))
        {
            try
            {
                if (ScratchName.Read(System.IO.Path.GetFileName(path)) is not null && TryTake(path) is { } folder)
                {
                    folder.Remove();
                    observer.Note($"removed {path}, which a drill of {folder.mark.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC left behind");
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CairnException)
            {
                // Another account's, or another drill removes it at this moment.
            }
        }
    }

    /// <summary>Removes the folder: what a drill put into it, and nothing else.</summary>
    /// <exception cref="CairnException">It is not what was made (CAIRN5004).</exception>
    public void Remove()
    {
        if (ScratchName.Read(System.IO.Path.GetFileName(Path)) is null || ReadMark(held)?.Token != mark.Token)
        {
            held.Dispose();
            throw ScratchErrors.NotOurs(Path, "it does not have the mark that the drill gave it");
        }

        foreach (var file in Directory.EnumerateFiles(Path, CopyFile + "*"))
        {
            File.Delete(file);
        }

        File.Delete(held.Name);
        held.Dispose();
        try
        {
            Directory.Delete(Path, recursive: false);
        }
        catch (IOException exception)
        {
            throw ScratchErrors.NotOurs(Path, $"there is something in it that the drill did not put there ({exception.Message})");
        }
    }

    private static ScratchFolder? TryTake(string path)
    {
        try
        {
            var stream = new FileStream(System.IO.Path.Combine(path, MarkFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (ReadMark(stream) is { } found)
            {
                return new ScratchFolder(path, stream, found);
            }

            stream.Dispose();
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static ScratchMark? ReadMark(FileStream stream)
    {
        stream.Position = 0;
        var bytes = new byte[Math.Min(stream.Length, 4096)];
        stream.ReadExactly(bytes);
        return ScratchMark.Read(Encoding.UTF8.GetString(bytes));
    }
}
