using System.Runtime.CompilerServices;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling.Roads;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Compiling;

/// <summary>Turns scripts into assemblies, from the cache where they were compiled before.</summary>
/// <param name="cache">The cache; <see cref="CompileCache.None"/> for none.</param>
/// <example><code>var compiler = new ScriptCompiler(CompileCache.FromEnvironment(Console.Error.WriteLine));</code></example>
public sealed class ScriptCompiler(CompileCache cache)
{
    /// <summary>How often the compiler itself had to be started; 0 while everything came from the cache.</summary>
    public int Compilations { get; private set; }

    internal CompiledScripts Compile(IReadOnlyList<ScriptSource> sources, CancellationToken cancellationToken)
    {
        if (sources.Count == 0)
        {
            return new CompiledScripts([], [], []);
        }

        var keys = KeyMaker.Of(sources);
        var known = cache.Find(keys);
        var missing = new List<int>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (known?.Entries[i] is null)
            {
                missing.Add(i);
            }
        }

        if (missing.Count == 0)
        {
            return known!;
        }

        Compilations++;
        var compiled = CompileNow([.. missing.Select(i => sources[i])], cancellationToken);
        cache.Store([.. missing.Select(i => keys[i])], compiled);
        return known is null ? compiled : known.With(compiled);
    }

    // Not inlined: calling it is what loads the compiler's assemblies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CompiledScripts CompileNow(IReadOnlyList<ScriptSource> sources, CancellationToken cancellationToken) =>
        RoslynCompilation.Run(sources, cancellationToken);
}
