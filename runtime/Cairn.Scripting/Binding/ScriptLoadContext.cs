using System.Reflection;
using System.Runtime.Loader;
using Cairn.Scripting.Compiling;
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
    private readonly IReadOnlyDictionary<string, byte[]> assemblies;

    private ScriptLoadContext(IReadOnlyDictionary<string, byte[]> assemblies)
        : base("Cairn scripts") => this.assemblies = assemblies;

    /// <summary>A context for scripts whose references are at hand.</summary>
    /// <param name="assemblies">The references' bytes by simple name.</param>
    public static ScriptLoadContext Of(IReadOnlyDictionary<string, byte[]> assemblies) => new(assemblies);

    /// <summary>Contexts for compiled scripts whose references are files: one for each assembly, by its index.</summary>
    public static Func<int, ScriptLoadContext> For(IReadOnlyList<ScriptSource> sources, CompiledScripts compiled)
    {
        var contexts = new Dictionary<string, ScriptLoadContext>(StringComparer.Ordinal);
        return image =>
        {
            // Scripts in one assembly have no files of their own to load, or the same ones.
            var wanted = compiled.ReferencesOf(image, sources);
            var key = string.Join('\n', wanted.Select(reference => reference.Path).Order(StringComparer.Ordinal));
            return contexts.TryGetValue(key, out var known) ? known : contexts[key] = Of(wanted);
        };
    }

    private static ScriptLoadContext Of(IEnumerable<ScriptReference> wanted)
    {
        var context = Of(new Dictionary<string, byte[]>());
        foreach (var reference in wanted)
        {
            if (reference.Use == ReferenceUse.Native)
            {
                context.natives.Add(reference.Path);
            }
            else if (reference.Use != ReferenceUse.Compile)
            {
                context.references.TryAdd(Path.GetFileNameWithoutExtension(reference.Path), reference.Path);
            }
        }

        return context;
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
        if (assemblies.TryGetValue(name, out var bytes))
        {
            return Load(bytes);
        }

        if (references.TryGetValue(name, out var path))
        {
            return LoadFromAssemblyPath(path);
        }

        // What the tool has goes first, as the one that runs this has it; what a referenced assembly itself needs lies beside it.
        return PlatformAssemblies.Find(name) is null
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
