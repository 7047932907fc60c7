using System.Reflection;
using System.Runtime.Loader;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>Loads compiled scripts from memory, and what they reference by <c>#r</c> from its files. Cairn's own assemblies are the ones in use.</summary>
internal sealed class ScriptLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, string> references = new(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyDictionary<string, byte[]> assemblies;

    private ScriptLoadContext(IReadOnlyDictionary<string, byte[]> assemblies)
        : base("Cairn scripts") => this.assemblies = assemblies;

    /// <summary>A context for these scripts, whose references are files.</summary>
    public static ScriptLoadContext Of(IEnumerable<ScriptSource> sources)
    {
        var context = new ScriptLoadContext(new Dictionary<string, byte[]>());
        foreach (var reference in sources.SelectMany(source => source.References).Where(reference => !reference.IsPlatform))
        {
            context.references.TryAdd(Path.GetFileNameWithoutExtension(reference.Path), reference.Path);
        }

        return context;
    }

    /// <summary>A context for scripts whose references are at hand.</summary>
    /// <param name="assemblies">The references' bytes by simple name.</param>
    public static ScriptLoadContext Of(IReadOnlyDictionary<string, byte[]> assemblies) => new(assemblies);

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
        return Compiling.PlatformAssemblies.Find(name) is null
            ? Beside(name)
            : GetLoadContext(typeof(ScriptLoadContext).Assembly) is { } own && own != Default ? own.LoadFromAssemblyName(assemblyName) : null;
    }

    private Assembly? Beside(string name) =>
        references.Values
            .Select(path => Path.Combine(Path.GetDirectoryName(path)!, name + ".dll"))
            .Where(File.Exists)
            .Select(LoadFromAssemblyPath)
            .FirstOrDefault();
}
