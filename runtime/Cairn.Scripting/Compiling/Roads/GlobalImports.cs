using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>The namespaces that every script has without a using.</summary>
internal static class GlobalImports
{
    /// <summary>Their names, as an editor's settings list them too.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks",
        "Cairn", "Cairn.Schema", "Cairn.Schema.Building", "SqlKata", "SqlKata.Execution",
    ];

    /// <summary>Those that the references have.</summary>
    public static IReadOnlyList<string> In(CSharpCompilation compilation) => [.. Names.Where(name => Has(compilation.GlobalNamespace, name))];

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
