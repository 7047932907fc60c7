using System.Text;
using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>Parses files as scripts.</summary>
internal static class ScriptParser
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Parses a script and all it loads.</summary>
    public static ParsedScript Parse(ScriptSource source, int index, CancellationToken cancellationToken) =>
        new(index, source, [.. source.Files.Select(file => new ParsedFile(file, Parse(file, cancellationToken)))]);

    /// <summary>One error per file that has statements outside functions: loading it would have an effect.</summary>
    public static IEnumerable<CairnException> StatementErrors(ParsedScript script) =>
        from file in script.HasSyntaxErrors ? [] : script.Files
        let statement = file.Root.Members.OfType<GlobalStatementSyntax>().FirstOrDefault()
        where statement is not null
        let position = statement.GetLocation().GetLineSpan().StartLinePosition
        select new CairnException(ErrorCodes.TopLevelStatements, "statements outside functions are not allowed: loading a script must have no effect")
        {
            File = file.File.Display,
            Line = position.Line + 1,
            Column = position.Character + 1,
            Fix = script.Source.Kind != ScriptKind.Migration ? "move them into Run, or into a function that it calls" : "move them into Up and Down, or into a function that those call",
        };

    private static SyntaxTree Parse(ScriptFile file, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Options, file.DebugPath, cancellationToken);
}
