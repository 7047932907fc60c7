using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cairn.Tests.House.Sources;

/// <summary>A C# file of the repository, parsed: comments and strings are no code.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Syntax">Its syntax.</param>
internal sealed record SourceFile(string Path, int Lines, CompilationUnitSyntax Syntax)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Parsed = new(() => [.. new[] { "runtime", "tool", "tests" }
        .SelectMany(folder => Repository.Files(folder, "*.cs"))
        .AsParallel().AsOrdered()
        .Select(Parse)]);

    /// <summary>Every C# file of runtime, tool and tests.</summary>
    public static IReadOnlyList<SourceFile> All => Parsed.Value;

    /// <summary>The project's folder: <c>runtime/Cairn.Schema</c>.</summary>
    public string Project { get; } = string.Join('/', Path.Split('/').Take(2));

    /// <summary>The folder that the file is in.</summary>
    public string Folder { get; } = Path[..Path.LastIndexOf('/')];

    public string? Namespace => Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    public IEnumerable<string> Usings => Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>()
        .Select(line => line.NamespaceOrType.ToString());

    /// <summary>Every name in its code, those of <c>using</c> lines included.</summary>
    public IEnumerable<string> Words => Syntax.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    /// <summary>Every dotted name in its code: <c>Cairn.Tool.Output</c>.</summary>
    public IEnumerable<string> DottedNames => Syntax.DescendantNodes()
        .Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax))
        .Select(node => string.Concat(node.ToString().Where(letter => !char.IsWhiteSpace(letter))).Replace("global::", "", StringComparison.Ordinal));

    /// <summary>The names of the types that it declares.</summary>
    public IEnumerable<string> Types => Syntax.DescendantNodes()
        .Select(node => node is BaseTypeDeclarationSyntax type ? type.Identifier.ValueText : node is DelegateDeclarationSyntax made ? made.Identifier.ValueText : null)
        .OfType<string>();

    private static SourceFile Parse(string path)
    {
        var text = Repository.Read(path);
        var lines = text.Count(letter => letter == '\n') + (text.Length > 0 && text[^1] != '\n' ? 1 : 0);
        return new SourceFile(path, lines, CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)).GetCompilationUnitRoot());
    }
}
