using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>Types by name, as the checks and reflection need them.</summary>
internal static class Names
{
    /// <summary>The name that reflection finds a type by.</summary>
    public static string OfType(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() + "." : "";
        return type.ContainingType is { } outer ? $"{OfType(outer)}+{type.MetadataName}" : space + type.MetadataName;
    }

    /// <summary>Whether a type derives from <see cref="Migration"/>.</summary>
    public static bool IsMigration(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (Is(current, "Cairn", "Migration"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is the one of this name, without type parameters.</summary>
    public static bool Is(ITypeSymbol type, string space, string name) =>
        type is INamedTypeSymbol { Arity: 0, ContainingType: null } named
        && named.Name == name
        && named.ContainingNamespace.ToDisplayString() == space;
}
