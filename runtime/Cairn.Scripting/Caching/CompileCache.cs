using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Caching;

/// <summary>
/// Compiled scripts on disk, found by what they were compiled from. It may be shared by processes and killed at any moment: an entry is
/// written to a name of its own and renamed, checked when read, and deleted when it is not what it should be. Whatever goes wrong, scripts
/// are compiled in memory instead.
/// </summary>
/// <param name="folder">The folder; null for no cache.</param>
/// <param name="warn">Takes what the user should know, as a folder that cannot be trusted; may be null.</param>
public sealed class CompileCache(string? folder, Action<string>? warn = null)
{
    /// <summary>The size above which the oldest entries are deleted, in bytes.</summary>
    public long SizeLimit { get; init; } = 256L * 1024 * 1024;

    private const string Ending = ".cairn";

    private readonly Lazy<string?> trusted = new(() => folder is null ? null : CacheFolder.Open(folder, warn));

    /// <summary>No cache: everything is compiled in memory.</summary>
    public static CompileCache None { get; } = new(null);

    /// <summary>The folder as settled by <c>CAIRN_CACHE</c> (a folder, or <c>off</c>), else the user's cache folder.</summary>
    public static CompileCache FromEnvironment(Action<string>? warn = null) =>
        new(CacheFolder.Choose(Environment.GetEnvironmentVariable), warn);

    /// <summary>The folder; null where there is no cache.</summary>
    public string? Folder { get; } = folder;

    /// <summary>The files of the cache; none where there is none, or it cannot be trusted.</summary>
    public IReadOnlyList<FileInfo> Entries() => trusted.Value is { } path ? Files(path) : [];

    /// <summary>Deletes all entries; gives how many there were.</summary>
    public int Clear()
    {
        var files = trusted.Value is { } path ? Files(path) : [];
        return files.Count(file => CacheFolder.TryDelete(file.FullName));
    }

    internal CompiledScripts? Find(CacheKey key)
    {
        if (trusted.Value is not { } path)
        {
            return null;
        }

        var file = Path.Combine(path, key + Ending);
        try
        {
            var scripts = CacheEntry.Read(File.ReadAllBytes(file), key);
            if (scripts is null)
            {
                CacheFolder.TryDelete(file);
            }
            else
            {
                CacheFolder.Touch(file);
            }

            return scripts;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal void Store(CacheKey key, CompiledScripts scripts)
    {
        if (trusted.Value is not { } path)
        {
            return;
        }

        var temporary = Path.Combine(path, $"{key}.{Guid.NewGuid():n}.tmp");
        try
        {
            File.WriteAllBytes(temporary, CacheEntry.Write(scripts, key));
            File.Move(temporary, Path.Combine(path, key + Ending), overwrite: true);
            Trim(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CacheFolder.TryDelete(temporary);
        }
    }

    private void Trim(string path)
    {
        var size = 0L;
        foreach (var file in Files(path).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            size += file.Length;
            var leftBehind = file.Extension == ".tmp" && file.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1);
            if (size > SizeLimit || leftBehind)
            {
                CacheFolder.TryDelete(file.FullName);
            }
        }
    }

    private static List<FileInfo> Files(string path) =>
        [.. new DirectoryInfo(path).EnumerateFiles().Where(file => file.Extension is Ending or ".tmp")];
}
