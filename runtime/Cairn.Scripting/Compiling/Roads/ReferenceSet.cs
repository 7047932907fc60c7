using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>References for the compiler; each file is read once in a process.</summary>
internal static class ReferenceSet
{
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Known = new(StringComparer.Ordinal);

    /// <summary>What nearly every script gets along with.</summary>
    public static IReadOnlyList<MetadataReference> Fixed => [.. PlatformAssemblies.Fixed.Select(Of)];

    /// <summary>Everything at hand.</summary>
    public static IReadOnlyList<MetadataReference> Full => [.. PlatformAssemblies.All.Select(Of)];

    /// <summary>One assembly by its path.</summary>
    public static PortableExecutableReference Of(string path) => Known.GetOrAdd(path, file => MetadataReference.CreateFromFile(file));
}
