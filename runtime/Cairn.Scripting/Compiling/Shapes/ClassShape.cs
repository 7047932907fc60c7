using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>The class form: one class deriving from <see cref="Migration"/>.</summary>
internal static class ClassShape
{
    /// <summary>Checks what the class overrides, how it is made, and its options.</summary>
    public static void Check(INamedTypeSymbol type, ShapeErrors errors)
    {
        if (type.IsGenericType || !type.InstanceConstructors.Any(constructor => constructor.Parameters.All(MayBeService)))
        {
            errors.Add(
                ErrorCodes.SignatureInvalid, $"the class {type.Name} asks for what nobody can give it",
                "take away type parameters, and let its constructor ask for the application's services only, or for nothing", type);
        }

        var up = Overrides(type, "Up", "UpAsync");
        var down = Overrides(type, "Down", "DownAsync");
        if (up.Count == 0)
        {
            errors.Add(
                ErrorCodes.DirectionMissing, $"the class {type.Name} has no Up",
                "write `public override void Up()`, or `public override async Task UpAsync(CancellationToken cancellationToken)`", type);
        }
        else if (down.Count == 0 && !OptionShape.IsIrreversible(type) && !up.Exists(OptionShape.IsIrreversible))
        {
            errors.Add(
                ErrorCodes.DirectionMissing, $"the class {type.Name} has no Down",
                "write `public override void Down()`, or say [Irreversible(\"why\")] on the class", type);
        }

        foreach (var symbol in up.Concat(down).Append<ISymbol>(type))
        {
            OptionShape.Check(symbol, errors);
        }

        OptionShape.RefuseOnDown(down, errors);
        OptionShape.RefuseElsewhere(type.GetMembers().OfType<IMethodSymbol>().Except(up.Concat(down), SymbolEqualityComparer.Default), errors);
    }

    private static List<ISymbol> Overrides(INamedTypeSymbol type, string name, string asyncName)
    {
        var found = new List<ISymbol>();
        for (var current = type; current is not null && !Names.Is(current, "Cairn", "Migration"); current = current.BaseType)
        {
            found.AddRange(current.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method.IsOverride && (method.Name == name || method.Name == asyncName)));
        }

        return found;
    }

    private static bool MayBeService(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue || (parameter.Type.IsReferenceType && parameter.Type.SpecialType != SpecialType.System_String);
}
