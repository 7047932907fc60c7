using System.Reflection;
using System.Runtime.Loader;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>
/// Loads compiled scripts from memory, and what they reference by <c>#r</c> from its files. Cairn's own assemblies are the ones in use. Scripts with the same
/// references share one; so two scripts may have two versions of a package.
/// </summary>
internal sealed class ScriptLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, string> references = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<string> natives = [];

    /// <summary>A context for scripts with these references.</summary>
    public ScriptLoadContext(IEnumerable<ScriptReference> wanted)
        : base("Cairn scripts")
    {
        foreach (var reference in wanted.Where(reference => !reference.IsPlatform))
        {
            if (reference.Use == ReferenceUse.Native)
            {
                natives.Add(reference.Path);
            }
            else if (reference.Use != ReferenceUse.Compile)
            {
                references.TryAdd(Path.GetFileNameWithoutExtension(reference.Path), reference.Path);
            }
        }
    }

    /// <summary>Loads an assembly with its debug information from its bytes.</summary>
    public Assembly Load(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return LoadFromStream(stream);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (references.TryGetValue(name, out var path))
        {
            return LoadFromAssemblyPath(path);
        }

        // What the tool has goes first, as the one that runs this has it; what a referenced assembly itself needs lies beside it.
        return Compiling.PlatformAssemblies.Find(name) is null
            ? Beside(name)
            : GetLoadContext(typeof(ScriptLoadContext).Assembly) is { } own && own != Default ? own.LoadFromAssemblyName(assemblyName) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        // As .NET itself tries names: with and without what the system puts before and behind.
        var ending = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string[] names = [unmanagedDllName, unmanagedDllName + ending, "lib" + unmanagedDllName + ending, "lib" + unmanagedDllName];
        var found = names.Select(name => natives.Find(path => ScriptPaths.Comparer.Equals(Path.GetFileName(path), name))).OfType<string>().FirstOrDefault();
        return found is null ? base.LoadUnmanagedDll(unmanagedDllName) : LoadUnmanagedDllFromPath(found);
    }

    private Assembly? Beside(string name) =>
        references.Values
            .Select(path => Path.Combine(Path.GetDirectoryName(path)!, name + ".dll"))
            .Where(File.Exists)
            .Select(LoadFromAssemblyPath)
            .FirstOrDefault();
}
