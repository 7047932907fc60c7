namespace Cairn.Scripting.Packages;

/// <summary>A file of a package that depends on the system: <c>runtimes/linux-x64/native/libx.so</c>.</summary>
/// <param name="Path">The file in the package's folder.</param>
/// <param name="System">The system, as .NET names it.</param>
/// <param name="IsNative">Whether it is a native library, and no assembly.</param>
internal sealed record SystemFile(string Path, string System, bool IsNative);

/// <summary>A package as the lock file has it. It holds for every system: which files are for which is decided where the script runs.</summary>
/// <param name="Name">The package.</param>
/// <param name="Hash">The SHA-512 of its content, in base 64, as NuGet works it out.</param>
/// <param name="Compile">The assemblies to compile against.</param>
/// <param name="Run">The assemblies to run.</param>
/// <param name="Systems">What depends on the system.</param>
internal sealed record LockedPackage(
    PackageName Name, string Hash, IReadOnlyList<string> Compile, IReadOnlyList<string> Run, IReadOnlyList<SystemFile> Systems);

/// <summary>What a lock file says: the sets, and the packages that are in them, those that others need too.</summary>
internal sealed class PackageLock
{
    /// <summary>The packages of each set, by the set's key.</summary>
    public SortedDictionary<string, IReadOnlyList<PackageName>> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>All packages, by their keys.</summary>
    public SortedDictionary<string, LockedPackage> Packages { get; } = new(StringComparer.Ordinal);

    /// <summary>The packages of a set; null where it is not locked.</summary>
    public IReadOnlyList<LockedPackage>? Find(PackageSet set) =>
        Sets.TryGetValue(set.Key, out var names) ? [.. names.Select(name => Packages[name.Key])] : null;

    /// <summary>Adds a set that was restored. What is known of a package stays; what another set sees more of it is added.</summary>
    public void Add(string key, IReadOnlyList<LockedPackage> packages)
    {
        Sets[key] = [.. packages.Select(package => package.Name)];
        foreach (var package in packages)
        {
            Packages[package.Name.Key] = !Packages.TryGetValue(package.Name.Key, out var known) ? package : known with
            {
                Compile = [.. known.Compile.Union(package.Compile, StringComparer.Ordinal)],
                Run = [.. known.Run.Union(package.Run, StringComparer.Ordinal)],
                Systems = [.. known.Systems.Union(package.Systems)],
            };
        }
    }

    /// <summary>Takes what another lock has and this one has not.</summary>
    public void AddMissing(PackageLock other)
    {
        foreach (var (key, names) in other.Sets)
        {
            if (!Sets.ContainsKey(key))
            {
                Add(key, [.. names.Select(name => other.Packages[name.Key])]);
            }
        }
    }
}
