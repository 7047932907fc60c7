using Cairn.Runtime.Execution.Stamps;

namespace Cairn.Scripting.Caching;

/// <summary>Stamps beside the compiled scripts, in the same folder and by the same rules. Without a folder, or with one that cannot be trusted, there are none.</summary>
/// <param name="find">Finds the folder; null where there is none, and where it is only asked whether it is there.</param>
/// <param name="sizeLimit">The size above which the oldest files are deleted, in bytes.</param>
internal sealed class StampFiles(Func<bool, string?> find, long sizeLimit) : IStampStore
{
    public bool IsOpen => find(true) is not null;

    public byte[]? Read(string name)
    {
        try
        {
            if (find(false) is not { } folder || !File.Exists(CacheFiles.StampOf(folder, name)))
            {
                return null;
            }

            using var file = CacheFiles.OpenFile(CacheFiles.StampOf(folder, name));
            var stamp = file is null ? null : new byte[file.Length];
            file?.ReadExactly(stamp);
            return stamp;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Just deleted by another process, or not readable: it is as if there were none.
            return null;
        }
    }

    public void Write(string name, byte[] stamp)
    {
        if (find(true) is { } folder)
        {
            CacheFiles.WriteStamp(folder, name, stamp);
            CacheFiles.Trim(folder, sizeLimit);
        }
    }
}
