using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>The functions form: <c>Up</c> and <c>Down</c>, or <c>Change</c>.</summary>
internal static class FunctionShape
{
    /// <summary>Checks which functions are there, and each one's signature and options.</summary>
    /// <param name="directions">The functions named as a direction.</param>
    /// <param name="all">All functions, to name the one that was probably meant.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Check(List<IMethodSymbol> directions, List<IMethodSymbol> all, ShapeErrors errors)
    {
        foreach (var same in directions.GroupBy(method => method.Name).Where(group => group.Skip(1).Any()))
        {
            errors.Add(ErrorCodes.SignatureInvalid, $"there are two functions {same.Key}", "keep one and rename the other", same.Last());
        }

        foreach (var method in directions)
        {
            CheckSignature(method, errors);
            OptionShape.Check(method, errors);
        }

        OptionShape.RefuseOnDown(directions.Where(method => method.Name == "Down"), errors);
        CheckSet(directions, all, errors);
    }

    private static void CheckSet(List<IMethodSymbol> directions, List<IMethodSymbol> all, ShapeErrors errors)
    {
        var (up, down, change) = (Find("Up"), Find("Down"), Find("Change"));
        if (change is not null)
        {
            if ((up ?? down) is { } other)
            {
                errors.Add(
                    ErrorCodes.SignatureInvalid, $"both Change and {other.Name}: Change stands for both directions",
                    "keep Change alone, or write Up and Down", other);
            }
        }
        else if (up is null)
        {
            var meant = Meant("Up");
            errors.Add(
                ErrorCodes.DirectionMissing, "the migration has no Up",
                meant is null ? "write `async Task Up(Db db) { … }`, or `void Change(Db db) { … }` for both directions" : $"rename {meant.Name} to Up",
                (ISymbol?)meant ?? down);
        }
        else if (down is null && !OptionShape.IsIrreversible(up))
        {
            errors.Add(
                ErrorCodes.DirectionMissing, "the migration has no Down",
                Meant("Down") is { } meant ? $"rename {meant.Name} to Down" : "write `async Task Down(Db db) { … }`, or say [Irreversible(\"why\")] on Up",
                (ISymbol?)Meant("Down") ?? up);
        }

        IMethodSymbol? Find(string name) => directions.Find(method => method.Name == name);

        IMethodSymbol? Meant(string name) => all.Find(method =>
            method.Name != name && (method.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || method.Name.Equals(name + "Async", StringComparison.OrdinalIgnoreCase)));
    }

    private static void CheckSignature(IMethodSymbol method, ShapeErrors errors)
    {
        var name = method.Name;
        var parameters = method.Parameters;
        var fits = !method.IsGenericMethod
            && parameters.Length is 1 or 2
            && parameters.All(parameter => parameter.RefKind == RefKind.None)
            && Names.Is(parameters[0].Type, "Cairn", "Db")
            && (parameters.Length == 1 || Names.Is(parameters[1].Type, "System.Threading", "CancellationToken"))
            && (method.ReturnsVoid
                || Names.Is(method.ReturnType, "System.Threading.Tasks", "Task")
                || Names.Is(method.ReturnType, "System.Threading.Tasks", "ValueTask"));
        if (!fits)
        {
            var written = method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            var returned = method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            errors.Add(
                ErrorCodes.SignatureInvalid, $"`{returned} {written[(written.LastIndexOf('.', written.IndexOf('(')) + 1)..]}` is no direction of a migration",
                $"expected `void {name}(Db db)`, `Task {name}(Db db)` or `ValueTask {name}(Db db)`, with a CancellationToken as second parameter where wanted", method);
        }
        else if (method is { IsAsync: true, ReturnsVoid: true })
        {
            errors.Add(
                ErrorCodes.SignatureInvalid, $"`async void {name}` cannot be waited for: its errors would be lost",
                $"write `async Task {name}(Db db)`", method);
        }
    }
}
