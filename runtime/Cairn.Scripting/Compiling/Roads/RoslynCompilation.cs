using System.Collections.Concurrent;
using Cairn.Scripting.Compiling.Shapes;
using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis.CSharp;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>Compiles scripts: together where possible, else each by the script compiler's own rules. Only what calls this loads the compiler.</summary>
internal static class RoslynCompilation
{
    // One compilation is the cheapest, but all that it knows stays in memory until its end: thousands of scripts are several.
    private const int Together = 1000;

    /// <summary>Compiles; errors of all scripts are in the result.</summary>
    public static CompiledScripts Run(IReadOnlyList<ScriptSource> sources, CancellationToken cancellationToken) => Run(sources, Together, cancellationToken);

    /// <summary>Compiles so many at a time.</summary>
    internal static CompiledScripts Run(IReadOnlyList<ScriptSource> sources, int together, CancellationToken cancellationToken)
    {
        if (sources.Count <= together)
        {
            return RunTogether(sources, cancellationToken);
        }

        var images = new List<byte[]>();
        var entries = new List<ScriptEntry?>(sources.Count);
        var errors = new List<CairnException>();
        foreach (var part in sources.Chunk(together))
        {
            var compiled = RunTogether(part, cancellationToken);
            entries.AddRange(compiled.Entries.Select(entry => entry is null ? null : entry with { Image = images.Count + entry.Image }));
            images.AddRange(compiled.Images);
            errors.AddRange(compiled.Errors);

            // What the compilation held is most of the process; without this the next one comes on top of it.
            GC.Collect();
        }

        return new CompiledScripts(images, entries, ErrorOrder.Sorted(errors));
    }

    private static CompiledScripts RunTogether(IReadOnlyList<ScriptSource> sources, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        var parsed = new ParsedScript[sources.Count];
        Parallel.For(0, sources.Count, parallel, i => parsed[i] = ScriptParser.Parse(sources[i], i, cancellationToken));

        var errors = new List<CairnException>();
        var sound = new List<ParsedScript>();
        foreach (var script in parsed)
        {
            var found = ScriptParser.StatementErrors(script).ToList();
            errors.AddRange(found);
            if (found.Count == 0)
            {
                sound.Add(script);
            }
        }

        var imports = GlobalImports.In(CSharpCompilation.Create("imports", null, ReferenceSet.Fixed));
        var (fast, slow) = Split(sound);
        var first = FastRoad.Run(fast, ReferenceSet.Fixed, imports, cancellationToken);
        var second = FastRoad.Run(first.Refused, first.Refused.Count > 0 ? ReferenceSet.Full : [], imports, cancellationToken);
        var taken = new ConcurrentBag<TakenScript>([.. first.Taken, .. second.Taken]);
        var refusals = new ConcurrentBag<CairnException>();
        Parallel.ForEach(slow.Concat(second.Refused), parallel, script =>
        {
            if (ScriptRoad.Run(script, imports, out var found, cancellationToken) is { } one)
            {
                taken.Add(one);
            }
            else
            {
                found.ToList().ForEach(refusals.Add);
            }
        });
        return Gather(sources.Count, taken, [.. errors, .. refusals]);
    }

    private static (List<ParsedScript> Fast, List<ParsedScript> Slow) Split(List<ParsedScript> scripts)
    {
        var ways = scripts.ToLookup(script =>
            !script.HasSyntaxErrors && script.Source.References.All(reference => reference.IsPlatform) && script.Files.All(ScriptComposer.CanCompose));
        return ([.. ways[true]], [.. ways[false]]);
    }

    private static CompiledScripts Gather(int count, IEnumerable<TakenScript> taken, List<CairnException> errors)
    {
        var images = new List<byte[]>();
        var places = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        var entries = new ScriptEntry?[count];
        foreach (var script in taken.OrderBy(script => script.Script.Index))
        {
            var shape = ShapeInspector.Inspect(script);
            errors.AddRange(shape.Errors);
            if (shape.TypeName is null)
            {
                continue;
            }

            if (!places.TryGetValue(script.Image, out var image))
            {
                image = images.Count;
                places.Add(script.Image, image);
                images.Add(script.Image);
            }

            entries[script.Script.Index] = new ScriptEntry(image, shape.TypeName, shape.Form, script.IsSubmission && shape.Form != ScriptForm.Class);
        }

        return new CompiledScripts(images, entries, ErrorOrder.Sorted(errors));
    }
}
