using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>One compilation for many scripts, each in a class and a namespace of its own. Those with an error are left out and handed on.</summary>
internal static class FastRoad
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>Compiles what can be compiled together.</summary>
    public static RoadResult Run(
        IReadOnlyList<ParsedScript> scripts, IReadOnlyList<MetadataReference> references, IReadOnlyList<string> imports, CancellationToken cancellationToken)
    {
        var owners = Compose(scripts, cancellationToken);
        var usings = string.Concat(imports.Select(name => $"global using global::{name};\n"));
        var compilation = CSharpCompilation.Create(AssemblyNames.Of("CairnScripts", scripts), [Parse(usings, cancellationToken), .. owners.Keys], references, RoadOptions.Compilation);
        var remaining = scripts.ToHashSet();
        while (remaining.Count > 0)
        {
            using var image = new MemoryStream();
            var result = compilation.Emit(image, options: RoadOptions.Emit, cancellationToken: cancellationToken);
            if (result.Success)
            {
                var bytes = image.ToArray();
                var taken = remaining.Select(script => new TakenScript(script, TypeOf(compilation, script), bytes, IsSubmission: false));
                return new RoadResult([.. taken], [.. scripts.Where(script => !remaining.Contains(script))]);
            }

            var broken = result.Diagnostics
                .Where(found => found.Severity == DiagnosticSeverity.Error)
                .Select(found => found.Location.SourceTree is { } tree ? owners.GetValueOrDefault(tree) : null)
                .OfType<ParsedScript>()
                .ToHashSet();
            if (broken.Count == 0)
            {
                break;
            }

            remaining.ExceptWith(broken);
            compilation = compilation.RemoveSyntaxTrees(owners.Where(pair => broken.Contains(pair.Value) && compilation.ContainsSyntaxTree(pair.Key)).Select(pair => pair.Key));
        }

        return new RoadResult([], scripts);
    }

    private static Dictionary<SyntaxTree, ParsedScript> Compose(IReadOnlyList<ParsedScript> scripts, CancellationToken cancellationToken)
    {
        var composed = new SyntaxTree[scripts.Count][];
        Parallel.For(0, scripts.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var script = scripts[i];
            var lift = ExtensionMembers.WantLifting(script);
            composed[i] = [.. script.Files.Select(file => Parse(ScriptComposer.Compose(file, NamespaceOf(script), lift), cancellationToken))];
        });
        return composed.SelectMany((trees, i) => trees.Select(tree => (tree, scripts[i]))).ToDictionary();
    }

    private static SyntaxTree Parse(string text, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Options, cancellationToken: cancellationToken);

    private static INamedTypeSymbol TypeOf(CSharpCompilation compilation, ParsedScript script) =>
        compilation.Assembly.GetTypeByMetadataName($"{NamespaceOf(script)}.{ScriptComposer.ClassName}")
        ?? throw new InvalidOperationException($"No class was made of {script.Source.Main.Display}.");

    // The version is in it so that a stack trace can be read.
    private static string NamespaceOf(ParsedScript script)
    {
        var readable = string.Concat(script.Source.Descriptor.Version.Text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return $"CairnScripts.M{script.Index}_{readable}";
    }
}
