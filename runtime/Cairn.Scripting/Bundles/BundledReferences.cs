using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Bundles;

/// <summary>The assemblies that scripts refer to with <c>#r</c>, and those beside them that these need in turn.</summary>
/// <param name="Assemblies">Each file once.</param>
/// <param name="Images">For each assembly of compiled scripts, the indexes of those that its scripts refer to.</param>
internal sealed record BundledReferences(IReadOnlyList<BundledAssembly> Assemblies, IReadOnlyList<IReadOnlyList<int>> Images)
{
    /// <summary>Collects them.</summary>
    /// <exception cref="CairnException">A package has a native library, which is loaded from a file only (CAIRN2018).</exception>
    public static BundledReferences Of(IReadOnlyList<ScriptSource> scripts, CompiledScripts compiled)
    {
        RefuseNatives(scripts);
        var places = new Dictionary<string, int>(ScriptPaths.Comparer);
        var assemblies = new List<BundledAssembly>();
        var images = new List<IReadOnlyList<int>>();
        for (var image = 0; image < compiled.Images.Count; image++)
        {
            var paths = compiled.ReferencesOf(image, scripts).Where(reference => reference.Use != ReferenceUse.Compile).Select(reference => reference.Path);
            images.Add([.. WithNeeded(paths).Select(PlaceOf)]);
        }

        return new BundledReferences(assemblies, images);

        int PlaceOf(string path)
        {
            if (!places.TryGetValue(path, out var place))
            {
                places[path] = place = assemblies.Count;
                assemblies.Add(new BundledAssembly(Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path)));
            }

            return place;
        }
    }

    // As the files would be loaded: the first of a name is the one.
    private static List<string> WithNeeded(IEnumerable<string> paths)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>(paths);
        while (waiting.TryDequeue(out var path))
        {
            if (found.TryAdd(Path.GetFileNameWithoutExtension(path), path))
            {
                NeededBy(path)
                    .Where(needed => PlatformAssemblies.Find(needed) is null)
                    .Select(needed => Path.Combine(Path.GetDirectoryName(path)!, needed + ".dll"))
                    .Where(File.Exists)
                    .ToList().ForEach(waiting.Enqueue);
            }
        }

        return [.. found.Values];
    }

    private static List<string> NeededBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static void RefuseNatives(IEnumerable<ScriptSource> scripts)
    {
        var found = scripts.SelectMany(script => script.References.Where(reference => reference.Use == ReferenceUse.Native), (script, reference) => (script, reference)).FirstOrDefault();
        if (found.script is { } script)
        {
            throw new CairnException(ErrorCodes.PackageUnusable, $"A bundle cannot carry native libraries, and a package that this script names has one: {Path.GetFileName(found.reference.Path)}.")
            {
                File = script.Main.Display,
                Fix = "Deploy the scripts themselves with a warm compile cache (docs/deploying.md), or do without the package.",
            };
        }
    }
}
