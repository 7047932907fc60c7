using Cairn.Runtime.Execution.Stamps;
using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Caching;

/// <summary>
/// Compiled scripts on disk, found by what they were compiled from. It may be shared by processes and killed at any moment: a file is
/// written under a name of its own and renamed, checked when read, and deleted when it is not what it should be. Whatever goes wrong, scripts
/// are compiled in memory instead.
/// </summary>
/// <remarks>A file has the scripts that were compiled together. A run that wants others takes from the newest files what they have, and compiles only the rest.</remarks>
/// <param name="folder">The folder; null for no cache.</param>
/// <param name="warn">Takes what the user should know, as a folder that cannot be trusted; may be null.</param>
public sealed class CompileCache(string? folder, Action<string>? warn = null)
{
    // Looking into more of them costs more than compiling a few scripts again.
    private const int FilesLookedInto = 128;

    private readonly Lazy<string?> trusted = new(() => folder is null ? null : CacheFolder.Open(folder, warn));

    /// <summary>The size above which the oldest entries are deleted, in bytes.</summary>
    public long SizeLimit { get; init; } = 256L * 1024 * 1024;

    /// <summary>No cache: everything is compiled in memory.</summary>
    public static CompileCache None { get; } = new(null);

    /// <summary>The folder; null where there is no cache.</summary>
    public string? Folder { get; } = folder;

    /// <summary>The folder as settled by <c>CAIRN_CACHE</c> (a folder, or <c>off</c>), else the user's cache folder.</summary>
    public static CompileCache FromEnvironment(Action<string>? warn = null) => From(Environment.GetEnvironmentVariable, warn);

    /// <summary>The folder as settled by the given environment.</summary>
    /// <param name="variable">Gives an environment variable, or null.</param>
    /// <param name="warn">Takes what the user should know; may be null.</param>
    public static CompileCache From(Func<string, string?> variable, Action<string>? warn = null) => new(CacheFolder.Choose(variable), warn);

    /// <summary>The files of the cache; none where there is none, or it cannot be trusted.</summary>
    /// <remarks>A folder that is not there is not made. One that cannot be trusted is left alone, with a warning.</remarks>
    public IReadOnlyList<FileInfo> Entries() => Directory.Exists(Folder) && trusted.Value is { } path ? CacheFiles.Files(path) : [];

    /// <summary>Deletes all that Cairn has written there, and nothing else; gives how many files that were, and their bytes.</summary>
    public (int Files, long Bytes) Clear()
    {
        var deleted = Entries().Where(file => CacheFiles.TryDelete(file.FullName)).ToList();
        return (deleted.Count, deleted.Sum(file => file.Length));
    }

    /// <summary>Stamps, kept beside the scripts; null where there is no cache. A folder that is not there is made when something is kept.</summary>
    internal IStampStore? Stamps => Folder is null ? null : new StampFiles(make => make || Directory.Exists(Folder) ? trusted.Value : null, SizeLimit);

    /// <summary>What is there of the given scripts, each at its place; null where nothing is.</summary>
    internal CompiledScripts? Find(IReadOnlyList<ScriptKey> keys)
    {
        if (trusted.Value is not { } path)
        {
            return null;
        }

        var gathering = new CacheGathering(keys);
        var exact = CacheFiles.PathOf(path, ScriptKey.NameOf(keys));
        Take(gathering, exact);
        if (!gathering.IsComplete)
        {
            var newest = CacheFiles.Sets(path).Where(file => file != exact).Take(FilesLookedInto).GetEnumerator();
            while (!gathering.IsComplete && newest.MoveNext())
            {
                Take(gathering, newest.Current);
            }
        }

        return gathering.Found is { Images.Count: > 0 } found ? found : null;
    }

    /// <summary>Keeps scripts that were compiled together; those with errors are left out.</summary>
    internal void Store(IReadOnlyList<ScriptKey> keys, CompiledScripts scripts)
    {
        var sound = keys.Zip(scripts.Entries).Where(pair => pair.Second is not null).ToList();
        if (sound.Count == 0 || trusted.Value is not { } path)
        {
            return;
        }

        ScriptKey[] kept = [.. sound.Select(pair => pair.First)];
        CacheFiles.Write(path, ScriptKey.NameOf(kept), stream =>
        {
            CacheHeader.Write(stream, kept, [.. sound.Select(pair => pair.Second!)], scripts.Images);
            foreach (var image in scripts.Images)
            {
                stream.Write(image);
            }
        });
        CacheFiles.Trim(path, SizeLimit);
    }

    private static void Take(CacheGathering gathering, string file)
    {
        try
        {
            bool? taken = null;
            using (var stream = CacheFiles.OpenFile(file))
            {
                taken = stream is null ? null : gathering.TakeFrom(stream);
            }

            switch (taken)
            {
                case null:
                    CacheFiles.TryDelete(file);
                    break;
                case true:
                    CacheFiles.Touch(file);
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not there, or just deleted by another process, or not readable: it is as if there were none.
        }
    }
}
