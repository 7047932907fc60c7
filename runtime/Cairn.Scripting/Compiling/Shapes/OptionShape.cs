using Cairn.Runtime;
using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>The options that stand as attributes on functions and classes.</summary>
internal static class OptionShape
{
    private static readonly string[] Options =
    [
        nameof(NoTransactionAttribute), nameof(TimeoutAttribute), nameof(LockTimeoutAttribute), nameof(ClientAttribute),
        nameof(TagAttribute), nameof(IrreversibleAttribute), nameof(LossyAttribute), nameof(ReplacesAttribute), nameof(PhaseAttribute),
    ];

    /// <summary>Whether the author says that there is no way back.</summary>
    public static bool IsIrreversible(ISymbol symbol) => Of(symbol).Any(attribute => attribute.AttributeClass!.Name == nameof(IrreversibleAttribute));

    /// <summary>Checks the values.</summary>
    public static void Check(ISymbol symbol, ShapeErrors errors)
    {
        foreach (var attribute in Of(symbol))
        {
            var problem = Problem(attribute);
            if (problem is not null)
            {
                errors.Add(ErrorCodes.OptionInvalid, problem.Value.Message, problem.Value.Fix, Place(attribute));
            }
        }
    }

    /// <summary>An option where it has no effect is an error: its author counts on it.</summary>
    public static void RefuseElsewhere(IEnumerable<ISymbol?> symbols, ShapeErrors errors, string fix = "put it on Up, Down, Change or the migration's class")
    {
        foreach (var symbol in symbols.OfType<ISymbol>())
        {
            foreach (var attribute in Of(symbol))
            {
                errors.Add(
                    ErrorCodes.OptionInvalid, $"[{ShortName(attribute)}] has no effect on {symbol.Name}",
                    fix, Place(attribute));
            }
        }
    }

    /// <summary>When a migration is due, and what it stands for, is asked of its way up.</summary>
    public static void RefuseOnDown(IEnumerable<ISymbol> downs, ShapeErrors errors)
    {
        foreach (var attribute in downs.SelectMany(Of).Where(attribute => attribute.AttributeClass!.Name is nameof(PhaseAttribute) or nameof(ReplacesAttribute)))
        {
            errors.Add(ErrorCodes.OptionInvalid, $"[{ShortName(attribute)}] has no effect on Down", "put it on Up, or on the migration's class", Place(attribute));
        }
    }

    /// <summary>A seed always runs in a transaction, and never goes back: what says otherwise has no effect on it.</summary>
    /// <param name="run">Its Run, where it has one.</param>
    /// <param name="functions">All its functions.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void CheckSeed(IMethodSymbol? run, IEnumerable<IMethodSymbol> functions, ShapeErrors errors)
    {
        RefuseElsewhere(functions.Where(function => !SymbolEqualityComparer.Default.Equals(function, run)), errors, "put it on Run");
        if (run is null)
        {
            return;
        }

        Check(run, errors);
        foreach (var attribute in Of(run).Where(attribute => attribute.AttributeClass!.Name is nameof(NoTransactionAttribute) or nameof(IrreversibleAttribute) or nameof(LossyAttribute) or nameof(ReplacesAttribute) or nameof(PhaseAttribute)))
        {
            errors.Add(
                ErrorCodes.OptionInvalid, $"[{ShortName(attribute)}] has no effect on a seed: it runs when it is asked for, in a transaction, and does not go back", "take it away",
                Place(attribute));
        }
    }

    private static IEnumerable<AttributeData> Of(ISymbol symbol) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type
            && Options.Contains(type.Name) && Names.Is(type, "Cairn", type.Name));

    private static (string Message, string Fix)? Problem(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        switch (attribute.AttributeClass!.Name)
        {
            case nameof(TimeoutAttribute) or nameof(LockTimeoutAttribute):
                var text = arguments.FirstOrDefault().Value as string;
                return Duration.TryParse(text, out _) ? null : ($"[{ShortName(attribute)}(\"{text}\")] is no duration", "write it as 500ms, 30s, 10m or 1h");
            case nameof(ClientAttribute):
                return arguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, Values.IsDefaultOrEmpty: false }
                    ? null
                    : ("[Client] names no database", "name one, as [Client(Client.Postgres)]");
            case nameof(ReplacesAttribute):
                return arguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, Values: { IsDefaultOrEmpty: false } versions }
                    && versions.All(version => version.Value is string text && text.Trim().Length > 0)
                    ? null
                    : ("[Replaces] names no version, or an empty one", "name the versions that it replaces, as [Replaces(\"20260301A\", \"20260302A\")]");
            case nameof(PhaseAttribute):
                return arguments.FirstOrDefault().Value is int phase && Enum.IsDefined((Phase)phase) ? null : ("[Phase] names no phase", "write [Phase(Phase.Before)] or [Phase(Phase.After)]");
            case var name:
                return arguments.All(argument => argument.Value is string value && value.Trim().Length > 0)
                    ? null
                    : ($"[{ShortName(attribute)}] has an empty argument", name == nameof(TagAttribute) ? "write the tag" : "say why");
        }
    }

    private static string ShortName(AttributeData attribute) => attribute.AttributeClass!.Name[..^"Attribute".Length];

    private static Location? Place(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : null;
}
