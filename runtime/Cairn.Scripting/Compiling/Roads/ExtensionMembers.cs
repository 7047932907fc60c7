using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>Extension methods stand in static classes that stand in no other class; scripts may have them anywhere.</summary>
internal static class ExtensionMembers
{
    /// <summary>Whether any file has a class of extension methods; then all types move beside the class, where those methods can name them.</summary>
    public static bool WantLifting(ParsedScript script) =>
        script.Files.SelectMany(file => file.Root.Members).OfType<ClassDeclarationSyntax>().Any(type => type.Members.Any(IsExtension));

    /// <summary>Whether a member is a type that may stand in a namespace.</summary>
    public static bool IsLiftable(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
        && !member.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.NewKeyword);

    /// <summary>Whether a member of the script itself is an extension method, without a class around it.</summary>
    public static bool IsFunction(MethodDeclarationSyntax method) =>
        IsExtension(method)
        && method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !method.Modifiers.Any(SyntaxKind.PrivateKeyword);

    private static bool IsExtension(MemberDeclarationSyntax member) =>
        member.IsKind(SyntaxKind.ExtensionBlockDeclaration)
        || member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword);
}
