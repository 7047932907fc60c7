using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Packages;

/// <summary>From packages on the disk to what a script compiles against and loads.</summary>
internal static class PackageReferences
{
    /// <summary>The references of a set.</summary>
    /// <param name="packages">Its packages with their folders.</param>
    /// <param name="systems">The names of the system that the script runs on.</param>
    public static IEnumerable<ScriptReference> Of(IEnumerable<(LockedPackage Package, string Folder)> packages, IReadOnlyList<string> systems)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (package, folder) in packages)
        {
            var value = $"nuget: {package.Name.Id}, {package.Name.Version}";
            var chosen = SystemNames.Choose(package.Systems, systems).ToList();
            var run = ByName(package.Run.Concat(chosen.Where(file => !file.IsNative).Select(file => file.Path)));
            var compile = ByName(package.Compile);
            foreach (var name in compile.Keys.Union(run.Keys, StringComparer.OrdinalIgnoreCase).Where(taken.Add))
            {
                foreach (var reference in Assembly(value, name, compile.GetValueOrDefault(name), run.GetValueOrDefault(name), folder))
                {
                    yield return reference;
                }
            }

            foreach (var native in chosen.Where(file => file.IsNative))
            {
                yield return new ScriptReference(value, At(folder, native.Path), IsPlatform: false) { Use = ReferenceUse.Native };
            }
        }
    }

    private static IEnumerable<ScriptReference> Assembly(string value, string name, string? compile, string? run, string folder)
    {
        if (SharedAssemblies.Find(name) is { } shared)
        {
            yield return new ScriptReference(value, shared, IsPlatform: true);
            yield break;
        }

        if (compile is not null)
        {
            yield return new ScriptReference(value, At(folder, compile), IsPlatform: false) { Use = compile == run ? ReferenceUse.All : ReferenceUse.Compile };
        }

        if (run is not null && run != compile)
        {
            yield return new ScriptReference(value, At(folder, run), IsPlatform: false) { Use = ReferenceUse.Run };
        }
    }

    // The last one wins: what is for this system stands behind what is for all.
    private static Dictionary<string, string> ByName(IEnumerable<string> files)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            found[Path.GetFileNameWithoutExtension(file)] = file;
        }

        return found;
    }

    private static string At(string folder, string file) => Path.Combine(folder, file.Replace('/', Path.DirectorySeparatorChar));
}
