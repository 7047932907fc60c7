namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A file beside the database, locked through the operating system: free the moment its holder dies, whatever killed it. The file itself
/// means nothing; only the lock on it does, so one left behind by a crash is no obstacle.
/// </summary>
/// <param name="path">The lock file.</param>
internal sealed class FileLock(string path) : IRunLock
{
    private FileStream? held;

    public Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        if (Open() is not { } stream)
        {
            return Task.FromResult(false);
        }

        var token = Guid.NewGuid().ToString("N");
        Write(stream, $"{LockHolder.Here()}\n{token}\n");

        // The last holder may have removed the file between our opening and our locking it: then somebody else can lock a new one.
        if (!OperatingSystem.IsWindows() && (UnlockedFile.ReadLines(path) is not [_, var written] || written != token))
        {
            stream.Dispose();
            return Task.FromResult(false);
        }

        held = stream;
        return Task.FromResult(true);
    }

    public Task<string?> HolderAsync(CancellationToken cancellationToken) =>
        Task.FromResult(UnlockedFile.ReadLines(path) is [var holder, ..] ? holder : null);

    public Task ReleaseAsync()
    {
        if (held is not null)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            held.Dispose();
            held = null;
        }

        return Task.CompletedTask;
    }

    public Task<LockOwner?> FindOwnerAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return Task.FromResult<LockOwner?>(null);
        }

        // Had, if only for this moment: so nobody holds it.
        using var stream = Open();
        return Task.FromResult(stream is not null ? null : LockHolder.Read(UnlockedFile.ReadLines(path) is [var holder, ..] ? holder : ""));
    }

    /// <summary>Unbuffered, so that what does not fit fails here, and not a second time when the file is closed.</summary>
    private void Write(FileStream stream, string text)
    {
        try
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.SetLength(stream.Position);
        }
        catch (IOException exception)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            stream.Dispose();
            throw new CairnException(ErrorCodes.DiskFull, $"The lock file {path} cannot be written: {exception.Message}", exception)
            {
                Fix = "Make room in the folder of the database, and run again.",
                DatabaseState = "Nothing was run.",
            };
        }
    }

    private FileStream? Open()
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw ReadOnly(exception);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new CairnException(ErrorCodes.Unreachable, $"The folder of the database file does not exist: {Path.GetDirectoryName(path)}.", exception)
            {
                Fix = "Create the folder, or correct the connection.",
            };
        }
        catch (IOException exception) when (exception.Message.Contains("Read-only file system", StringComparison.Ordinal))
        {
            throw ReadOnly(exception);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private CairnException ReadOnly(Exception exception) => new(
        ErrorCodes.ReadOnlyDatabase, $"The folder of the database cannot be written to: {Path.GetDirectoryName(path)}.", exception)
    {
        Fix = "Give this account the right to write there; SQLite itself needs it for its journal.",
        DatabaseState = "Nothing was run.",
    };
}
