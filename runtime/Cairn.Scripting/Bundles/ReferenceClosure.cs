using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Bundles;

/// <summary>The assemblies that scripts refer to with <c>#r</c>, and those beside them that these need in turn.</summary>
internal static class ReferenceClosure
{
    /// <summary>The assemblies' bytes by simple name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(IEnumerable<ScriptSource> sources)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>(sources.SelectMany(source => source.References).Where(reference => !reference.IsPlatform).Select(reference => reference.Path));
        while (waiting.TryDequeue(out var path))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!found.ContainsKey(name))
            {
                found.Add(name, File.ReadAllBytes(path));
                Needed(found[name])
                    .Where(needed => PlatformAssemblies.Find(needed) is null)
                    .Select(needed => Path.Combine(Path.GetDirectoryName(path)!, needed + ".dll"))
                    .Where(File.Exists)
                    .ToList().ForEach(waiting.Enqueue);
            }
        }

        return found;
    }

    private static List<string> Needed(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
