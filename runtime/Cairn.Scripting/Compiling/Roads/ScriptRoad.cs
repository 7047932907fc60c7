using System.Globalization;
using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>The script compiler's own rules, for what the fast road could not take; its errors are the ones shown.</summary>
internal static class ScriptRoad
{
    // The fast road allows it, so that where something else is wrong this is none of the script's errors.
    private const string NestedExtension = "CS1109";

    /// <summary>Compiles one script by itself.</summary>
    /// <param name="script">The script.</param>
    /// <param name="imports">The namespaces it has without a using.</param>
    /// <param name="errors">The errors, where it cannot be compiled.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    public static TakenScript? Run(
        ParsedScript script, IReadOnlyList<string> imports, out IReadOnlyList<CairnException> errors, CancellationToken cancellationToken)
    {
        var options = RoadOptions.Compilation
            .WithUsings(imports)
            .WithScriptClassName(ScriptComposer.ClassName)
            .WithSourceReferenceResolver(new LoadResolver(script.Source))
            .WithMetadataReferenceResolver(new AssemblyResolver(script.Source));
        var compilation = CSharpCompilation.CreateScriptCompilation(
            AssemblyNames.Of("CairnScript", [script]), script.Main.Tree, ReferenceSet.For(script.Source), options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: RoadOptions.Emit, cancellationToken: cancellationToken);
        var found = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        var real = found.FindAll(one => one.Id != NestedExtension);
        errors = [.. (real.Count > 0 ? real : found).Select(one => Error(one, script.Source))];
        return result.Success && compilation.ScriptClass is { } type
            ? new TakenScript(script, type, image.ToArray(), IsSubmission: true)
            : null;
    }

    private static CairnException Error(Diagnostic found, ScriptSource source)
    {
        var span = found.Location.GetMappedLineSpan();
        var inScript = span.IsValid && span.Path.Length > 0;
        return new CairnException(ErrorCodes.CompileError, $"error {found.Id}: {found.GetMessage(CultureInfo.InvariantCulture)}")
        {
            File = (inScript ? source.DisplayOf(span.Path) : null) ?? source.Main.Display,
            Line = inScript ? span.StartLinePosition.Line + 1 : null,
            Column = inScript ? span.StartLinePosition.Character + 1 : null,
            Fix = "correct the script; nothing was run",
        };
    }
}
