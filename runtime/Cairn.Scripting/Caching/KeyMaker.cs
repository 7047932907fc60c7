using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Caching;

/// <summary>Makes the keys of scripts; a file that many refer to is read once.</summary>
internal sealed class KeyMaker : IDisposable
{
    // Raise where the same sources would be compiled into something else by the same compiler.
    private const string Layout = "cairn-scripts-2";

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, byte[]> assemblies = new(ScriptPaths.Comparer);

    /// <summary>The key of each script.</summary>
    public static ScriptKey[] Of(IReadOnlyList<ScriptSource> scripts)
    {
        using var maker = new KeyMaker();
        return [.. scripts.Select(maker.Of)];
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    // The sources with what they load and refer to, the platform, and the tool.
    private ScriptKey Of(ScriptSource script)
    {
        Add(Layout);
        Add(PlatformAssemblies.Identity);
        Add(script.Descriptor.Version.Text);
        Add(script.Kind.ToString());
        foreach (var file in script.Files)
        {
            // The full path is in the debug information, and a script can ask for it by [CallerFilePath]: two checkouts share nothing.
            Add(file.FullPath);
            Add(file.Text);
        }

        foreach (var reference in script.References)
        {
            Add(reference.Value);
            Add(reference.Path);
            if (!reference.IsPlatform)
            {
                hash.AppendData(HashOf(reference.Path));
            }
        }

        return ScriptKey.Of(hash.GetHashAndReset());
    }

    private byte[] HashOf(string path)
    {
        if (!assemblies.TryGetValue(path, out var known))
        {
            using var file = File.OpenRead(path);
            assemblies.Add(path, known = SHA256.HashData(file));
        }

        return known;
    }

    private void Add(string text)
    {
        // The length first, so that no two lists of texts look the same. Surrogates that pair with nothing are kept apart by UTF-16.
        var length = text.Length;
        hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
