using System.Reflection;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>A script without an error, its assembly loaded.</summary>
/// <param name="Source">The script.</param>
/// <param name="Entry">Where it is.</param>
/// <param name="Type">The type to bind.</param>
/// <param name="Locator">Finds its lines.</param>
internal sealed record CompiledType(ScriptSource Source, ScriptEntry Entry, Type Type, ScriptLocator Locator)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Loads the assemblies, and finds the type of each script that has no error.</summary>
    /// <param name="sources">The scripts.</param>
    /// <param name="compiled">What compiling gave for them.</param>
    /// <param name="contextOf">Where to load an assembly, by its index.</param>
    public static IEnumerable<CompiledType> Load(IReadOnlyList<ScriptSource> sources, CompiledScripts compiled, Func<int, ScriptLoadContext> contextOf)
    {
        var assemblies = compiled.Images.Select((image, index) => contextOf(index).Load(image)).ToList();
        var lines = new DebugLines(assemblies.Zip(compiled.Images).ToDictionary(pair => pair.First, pair => pair.Second));
        return sources
            .Select((source, index) => compiled.Entries[index] is not { } entry ? null
                : new CompiledType(source, entry, assemblies[entry.Image].GetType(entry.TypeName, throwOnError: true)!, new ScriptLocator(source, lines)))
            .OfType<CompiledType>();
    }

    /// <summary>The function of this name, or null.</summary>
    public MethodInfo? Function(string name) => Type.GetMethod(name, Any);

    /// <summary>That function as a body to run.</summary>
    public Func<T, CancellationToken, Task> Body<T>(MethodInfo function) => FunctionBody<T>.Of(function, Entry.IsSubmission);
}
