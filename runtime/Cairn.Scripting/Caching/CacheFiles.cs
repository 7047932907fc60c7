using System.Buffers;

namespace Cairn.Scripting.Caching;

/// <summary>The files of the cache. Only those with names as Cairn gives them are ever touched.</summary>
internal static class CacheFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Ending = ".cairn";
    private const string TemporaryEnding = ".tmp";
    private const string StampEnding = ".stamp";
    private const int NameLength = 64;
    private const int StampNameLength = 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The file of a set of scripts.</summary>
    public static string PathOf(string folder, string name) => Path.Combine(folder, name + Ending);

    /// <summary>The file of a stamp.</summary>
    public static string StampOf(string folder, string name) => Path.Combine(folder, name + StampEnding);

    /// <summary>The files that have compiled scripts, the newest first.</summary>
    public static IEnumerable<string> Sets(string folder) =>
        Files(folder).Where(file => file.Extension == Ending).OrderByDescending(file => file.LastWriteTimeUtc).Select(file => file.FullName);

    /// <summary>All files of the cache, also those that a killed process left half written.</summary>
    public static List<FileInfo> Files(string folder)
    {
        try
        {
            // Looked at now and not when somebody asks: other processes rename and delete files all the time.
            return [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => IsOurs(file) && IsThere(file))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Opens a file to read; null where others may have written it.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream? OpenFile(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (OperatingSystem.IsWindows() || FileOwner.WhyNotTrusted(file, File.GetUnixFileMode(stream.SafeFileHandle)) is null)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    /// <summary>Writes the file of a set of scripts so that it is there whole or not at all; where that cannot be done there is none.</summary>
    public static void Write(string folder, string name, Action<Stream> write) => Write(folder, name, PathOf(folder, name), write);

    /// <summary>Writes a stamp in the same way.</summary>
    public static void WriteStamp(string folder, string name, byte[] stamp) => Write(folder, name, StampOf(folder, name), stream => stream.Write(stamp));

    private static void Write(string folder, string name, string path, Action<Stream> write)
    {
        var temporary = Path.Combine(folder, $"{name}.{Guid.NewGuid():n}{TemporaryEnding}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    /// <summary>Deletes what is too much, the longest unused first, and what killed processes left.</summary>
    public static void Trim(string folder, long sizeLimit)
    {
        var size = 0L;
        foreach (var file in Files(folder).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            size += file.Length;
            var leftBehind = file.Extension == TemporaryEnding && file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1);
            if (size > sizeLimit || leftBehind)
            {
                TryDelete(file.FullName);
            }
        }
    }

    /// <summary>Deletes a file if it can be deleted.</summary>
    public static bool TryDelete(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Marks a file as used now, so that it is not among the oldest.</summary>
    public static void Touch(string file)
    {
        try
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that can only be read is as good.
        }
    }

    private static bool IsThere(FileInfo file)
    {
        file.Refresh();
        return file.Exists;
    }

    // 64 digits (16 of a stamp) and the ending, or those digits, 32 more and .tmp.
    private static bool IsOurs(FileInfo file)
    {
        var digits = file.Extension switch
        {
            Ending => NameLength,
            StampEnding => StampNameLength,
            TemporaryEnding => file.Name.IndexOf('.', StringComparison.Ordinal),
            _ => 0,
        };
        return digits is NameLength or StampNameLength
            && file.Name.Length == digits + (file.Extension == TemporaryEnding ? 1 + 32 : 0) + file.Extension.Length
            && !file.Name.AsSpan(0, digits).ContainsAnyExcept(Digits);
    }
}
