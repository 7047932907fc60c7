using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Caching;

/// <summary>Collects compiled scripts from as many files as it takes.</summary>
internal sealed class CacheGathering
{
    private readonly List<byte[]> images = [];
    private readonly ScriptEntry?[] entries;
    private readonly Dictionary<ScriptKey, int> wanted;

    /// <param name="keys">The wanted scripts; of equal ones the first is found.</param>
    public CacheGathering(IReadOnlyList<ScriptKey> keys)
    {
        entries = new ScriptEntry?[keys.Count];
        wanted = new Dictionary<ScriptKey, int>(keys.Count);
        for (var index = 0; index < keys.Count; index++)
        {
            wanted.TryAdd(keys[index], index);
        }
    }

    /// <summary>Whether nothing is missing any more.</summary>
    public bool IsComplete => wanted.Count == 0;

    /// <summary>What was found; null at the places of the rest.</summary>
    public CompiledScripts Found => new(images, entries, []);

    /// <summary>Takes what a file has of what is missing.</summary>
    /// <returns>Whether anything was; null where the file is not what was written.</returns>
    public bool? TakeFrom(Stream file)
    {
        if (CacheHeader.Read(file) is not { } header)
        {
            return null;
        }

        var taken = new Dictionary<int, int>();
        for (var i = 0; i < header.Keys.Count; i++)
        {
            if (!wanted.TryGetValue(header.Keys[i], out var index))
            {
                continue;
            }

            var entry = header.Entries[i];
            if (!taken.TryGetValue(entry.Image, out var image))
            {
                if (header.ReadImage(file, entry.Image) is not { } bytes)
                {
                    return null;
                }

                image = images.Count;
                taken.Add(entry.Image, image);
                images.Add(bytes);
            }

            entries[index] = entry with { Image = image };
            wanted.Remove(header.Keys[i]);
        }

        return taken.Count > 0;
    }
}
