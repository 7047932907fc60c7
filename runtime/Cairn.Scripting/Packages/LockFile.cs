using System.Text;

namespace Cairn.Scripting.Packages;

/// <summary>The lock file of a folder of scripts.</summary>
internal static class LockFile
{
    /// <summary>Its name, in the folder of the scripts.</summary>
    public const string Name = "cairn.packages.lock.json";

    /// <summary>Reads a folder's lock; an empty one where there is no file.</summary>
    /// <exception cref="CairnException">It cannot be read, or is no lock file (CAIRN2017).</exception>
    public static async Task<PackageLock> ReadAsync(string folder, string display, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) ? PackageLockText.Read(await File.ReadAllTextAsync(path, cancellationToken)) : new PackageLock();
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.PackageLockInvalid, $"the packages' lock file cannot be read: {exception.Message.TrimEnd('.')}", exception)
            {
                File = display,
                Fix = "take it back from version control; or delete it: it is written again, with the packages as your sources have them now",
            };
        }
    }

    /// <summary>Writes under a name of its own and renames: another process sees the old file or the new one.</summary>
    /// <returns>Why it could not be written; null where it was.</returns>
    public static async Task<string?> WriteAsync(string folder, PackageLock locked, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Name);
        var temporary = Path.Combine(folder, $".{Name}.{Guid.NewGuid():n}.tmp");
        try
        {
            await File.WriteAllTextAsync(temporary, PackageLockText.Write(locked), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Caching.CacheFiles.TryDelete(temporary);
            return exception.Message.TrimEnd('.');
        }
    }
}
