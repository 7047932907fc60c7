using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>The form of a drill script: one function <c>Run</c>.</summary>
internal static class DrillShape
{
    /// <summary>What every drill script has.</summary>
    public const string Function = "Run";

    private const string Expected = "`async Task Run(Drill drill)`";

    /// <summary>Checks that it is there, and its signature.</summary>
    /// <param name="functions">All functions of the script.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Check(List<IMethodSymbol> functions, ShapeErrors errors)
    {
        var runs = functions.FindAll(method => method.Name == Function);
        if (runs is [])
        {
            var meant = functions.Find(method => method.Name is "RunAsync" || method.Name.Equals(Function, StringComparison.OrdinalIgnoreCase));
            var isMigration = functions.Find(method => method.Name is "Up" or "Down" or "Change");
            errors.Add(
                ErrorCodes.DrillScriptInvalid,
                isMigration is null ? "the drill script has no Run" : $"the drill script has no Run; one with {isMigration.Name} is a migration",
                meant is null ? $"write {Expected}" : $"rename {meant.Name} to Run", (ISymbol?)meant ?? isMigration);
        }
        else if (runs.Count > 1)
        {
            errors.Add(ErrorCodes.DrillScriptInvalid, "there are two functions Run", "keep one and rename the other", runs[^1]);
        }
        else if (!Fits(runs[0]))
        {
            var written = runs[0].ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            var returned = runs[0].ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            errors.Add(
                ErrorCodes.DrillScriptInvalid, $"`{returned} {written[(written.LastIndexOf('.', written.IndexOf('(')) + 1)..]}` is not what a drill calls",
                $"write {Expected}; it may return ValueTask or void, and take a CancellationToken as second parameter", runs[0]);
        }
        else if (runs[0] is { IsAsync: true, ReturnsVoid: true })
        {
            errors.Add(ErrorCodes.DrillScriptInvalid, "`async void Run` cannot be waited for: its errors would be lost", $"write {Expected}", runs[0]);
        }
    }

    private static bool Fits(IMethodSymbol method) =>
        !method.IsGenericMethod
        && method.Parameters.Length is 1 or 2
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && Names.Is(method.Parameters[0].Type, "Cairn", "Drill")
        && (method.Parameters.Length == 1 || Names.Is(method.Parameters[1].Type, "System.Threading", "CancellationToken"))
        && (method.ReturnsVoid
            || Names.Is(method.ReturnType, "System.Threading.Tasks", "Task")
            || Names.Is(method.ReturnType, "System.Threading.Tasks", "ValueTask"));
}
