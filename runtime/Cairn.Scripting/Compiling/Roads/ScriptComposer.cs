using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>
/// Writes a script's file as an ordinary one: its usings in a namespace, its members in a part of a class. The text stays as it is and where
/// it is; what is put between has a <c>#line</c> after it, so that lines and columns are those of the script.
/// </summary>
internal sealed class ScriptComposer
{
    /// <summary>The class that has a script's members.</summary>
    public const string ClassName = "Script__";

    private readonly StringBuilder output = new();
    private readonly ParsedFile file;
    private readonly char[] text;
    private int written;

    private ScriptComposer(ParsedFile file)
    {
        this.file = file;
        text = file.File.Text.ToCharArray();
    }

    /// <summary>The file as an ordinary one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="lift">Whether types are put beside the class and not into it, as extension methods want it.</param>
    public static string Compose(ParsedFile file, string space, bool lift)
    {
        var composer = new ScriptComposer(file);
        composer.output.Append("namespace ").Append(space).Append(';');
        composer.Write(lift);
        return composer.output.ToString();
    }

    /// <summary>Whether a file can be written so.</summary>
    public static bool CanCompose(ParsedFile file) =>
        file.Root.AttributeLists.Count == 0 && file.File.DebugPath.AsSpan().IndexOfAny("\"\r\n") < 0;

    private void Write(bool lift)
    {
        var root = file.Root;
        BlankOut(root);
        var start = root.Usings.Count > 0 ? root.Usings[^1].FullSpan.End : root.Externs.Count > 0 ? root.Externs[^1].FullSpan.End : 0;
        Mark(0);
        CopyTo(start);
        Open();
        foreach (var member in root.Members)
        {
            if (lift && ExtensionMembers.IsLiftable(member))
            {
                Outside(member, "");
            }
            else if (member is MethodDeclarationSyntax method && ExtensionMembers.IsFunction(method))
            {
                Outside(member, $"internal static partial class {ClassName}{method.Identifier.ValueText} {{");
            }
        }

        CopyTo(text.Length);
        output.Append("\n}\n");
    }

    // Ends the class before the member, and begins it anew after it.
    private void Outside(MemberDeclarationSyntax member, string around)
    {
        CopyTo(member.FullSpan.Start);
        output.Append("\n}\n").Append(around);
        Mark(member.FullSpan.Start);
        if (around.Length > 0)
        {
            var first = member.Modifiers[0];
            CopyTo(first.SpanStart);
            if (!member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword)))
            {
                output.Append("\ninternal");
                Mark(first.SpanStart);
            }
        }

        CopyTo(member.FullSpan.End);
        output.Append(around.Length > 0 ? "\n}" : "");
        Open();
    }

    private void Open()
    {
        output.Append("\npartial class ").Append(ClassName).Append(" {");
        Mark(written);
    }

    private void CopyTo(int position)
    {
        output.Append(text, written, position - written);
        written = position;
    }

    private void Mark(int position)
    {
        var place = file.Tree.GetText().Lines.GetLinePosition(position);
        output.Append(CultureInfo.InvariantCulture, $"\n#line {place.Line + 1} \"{file.File.DebugPath}\"\n").Append(' ', place.Character);
    }

    // What only scripts may have becomes blanks.
    private void BlankOut(CompilationUnitSyntax root)
    {
        foreach (var directive in root.GetLoadDirectives())
        {
            Blank(directive.HashToken.SpanStart, directive.File.Span.End);
        }

        foreach (var directive in root.GetReferenceDirectives())
        {
            Blank(directive.HashToken.SpanStart, directive.File.Span.End);
        }

        if (file.File.Text.StartsWith("#!", StringComparison.Ordinal))
        {
            Blank(0, file.Tree.GetText().Lines[0].End);
        }
    }

    private void Blank(int start, int end) => text.AsSpan(start, end - start).Fill(' ');
}
