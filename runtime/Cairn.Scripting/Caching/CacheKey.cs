using System.Security.Cryptography;
using System.Text;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Caching;

/// <summary>The hash of everything that decides what a compilation gives.</summary>
internal sealed class CacheKey
{
    // Raise where the same sources would be compiled into something else by the same compiler.
    private const string Layout = "cairn-scripts-1";

    private readonly string hex;

    private CacheKey(byte[] bytes) => (Bytes, hex) = (bytes, Convert.ToHexStringLower(bytes));

    /// <summary>The hash.</summary>
    public byte[] Bytes { get; }

    /// <summary>The hash over the sources with what they load and reference, the platform, and the tool.</summary>
    public static CacheKey Of(IReadOnlyList<ScriptSource> scripts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Layout);
        Add(hash, PlatformAssemblies.Identity);
        foreach (var script in scripts)
        {
            Add(hash, script.Descriptor.Version.Text);
            if (script.Kind != ScriptKind.Migration)
            {
                Add(hash, script.Kind == ScriptKind.Drill ? "drill" : "seed");
            }

            foreach (var file in script.Files)
            {
                // The path is in the debug information.
                Add(hash, file.FullPath);
                Add(hash, file.Text);
            }

            foreach (var reference in script.References)
            {
                Add(hash, reference.Value);
                Add(hash, reference.Path);
                if (!reference.IsPlatform)
                {
                    Add(hash, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(reference.Path))));
                }
            }

            Add(hash, "");
        }

        return new CacheKey(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public override string ToString() => hex;

    private static void Add(IncrementalHash hash, string text)
    {
        // The length first, so that no two lists of texts look the same. Surrogates that pair with nothing are kept apart by UTF-16.
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(Encoding.Unicode.GetBytes(text));
    }
}
