using System.Collections.Concurrent;
using Cairn.Scripting.Packages;
using Cairn.Scripting.Sources;
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

    /// <summary>Everything at hand, and a script's packages; of an assembly that both have, the package's.</summary>
    public static IReadOnlyList<MetadataReference> For(ScriptSource source)
    {
        var packages = source.References
            .Where(one => !one.IsPlatform && one.Use is ReferenceUse.All or ReferenceUse.Compile && PackageLine.Means(one.Value))
            .Select(one => one.Path)
            .ToList();
        var names = packages.Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 0 ? Full : [.. PlatformAssemblies.All.Where(path => !names.Contains(Path.GetFileNameWithoutExtension(path))).Concat(packages).Select(Of)];
    }

    /// <summary>One assembly by its path.</summary>
    public static PortableExecutableReference Of(string path) => Known.GetOrAdd(path, file => MetadataReference.CreateFromFile(file));
}
