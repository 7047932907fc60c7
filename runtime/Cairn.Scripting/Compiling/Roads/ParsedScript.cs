using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>A file, parsed as a script.</summary>
internal sealed record ParsedFile(ScriptFile File, SyntaxTree Tree)
{
    /// <summary>The root.</summary>
    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();
}

/// <summary>A script and the files it loads, parsed.</summary>
/// <param name="Index">Its place among those compiled together.</param>
/// <param name="Source">What was read.</param>
/// <param name="Files">The loaded files, then the main one.</param>
internal sealed record ParsedScript(int Index, ScriptSource Source, IReadOnlyList<ParsedFile> Files)
{
    /// <summary>Whether the parser found an error.</summary>
    public bool HasSyntaxErrors { get; } = Files.Any(file => file.Tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error));

    /// <summary>The main file.</summary>
    public ParsedFile Main => Files[^1];
}
