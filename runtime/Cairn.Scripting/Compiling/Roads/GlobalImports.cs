using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>Which of <see cref="ScriptImports"/> there are: the compiler refuses a using of nothing.</summary>
internal static class GlobalImports
{
    /// <summary>Those that the references have.</summary>
    public static IReadOnlyList<string> In(CSharpCompilation compilation) => [.. ScriptImports.Names.Where(name => Has(compilation.GlobalNamespace, name))];

    private static bool Has(INamespaceSymbol root, string name)
    {
        var current = root;
        foreach (var part in name.Split('.'))
        {
            if (current.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } next)
            {
                return false;
            }

            current = next;
        }

        return true;
    }
}
