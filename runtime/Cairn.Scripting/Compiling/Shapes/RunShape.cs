using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>The form of what is no migration, drill scripts and seeds: one function <c>Run</c>.</summary>
/// <param name="Code">The code of its errors.</param>
/// <param name="Noun">What it is called.</param>
/// <param name="Parameter">The type of its parameter, in the namespace Cairn.</param>
/// <param name="Expected">How it is written.</param>
internal sealed record RunShape(string Code, string Noun, string Parameter, string Expected)
{
    /// <summary>What every such script has.</summary>
    public const string Function = "Run";

    private static readonly RunShape Drill = new(ErrorCodes.DrillScriptInvalid, "drill script", "Drill", "`async Task Run(Drill drill)`");
    private static readonly RunShape Seed = new(ErrorCodes.SeedInvalid, "seed", "Db", "`async Task Run(Db db)`");

    /// <summary>The shape of a kind of script; null for migrations.</summary>
    public static RunShape? Of(ScriptKind kind) => kind switch
    {
        ScriptKind.Drill => Drill,
        ScriptKind.Seed => Seed,
        _ => null,
    };

    /// <summary>Checks that it is there, its signature, and for seeds its options.</summary>
    /// <param name="functions">All functions of the script.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public void Check(List<IMethodSymbol> functions, ShapeErrors errors)
    {
        var runs = functions.FindAll(method => method.Name == Function);
        if (runs is [])
        {
            var meant = functions.Find(method => method.Name is "RunAsync" || method.Name.Equals(Function, StringComparison.OrdinalIgnoreCase));
            var isMigration = functions.Find(method => method.Name is "Up" or "Down" or "Change");
            errors.Add(
                Code, isMigration is null ? $"the {Noun} has no Run" : $"the {Noun} has no Run; one with {isMigration.Name} is a migration",
                meant is null ? $"write {Expected}" : $"rename {meant.Name} to Run", (ISymbol?)meant ?? isMigration);
        }
        else if (runs.Count > 1)
        {
            errors.Add(Code, "there are two functions Run", "keep one and rename the other", runs[^1]);
        }
        else if (!Fits(runs[0]))
        {
            var written = runs[0].ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            var returned = runs[0].ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            errors.Add(
                Code, $"`{returned} {written[(written.LastIndexOf('.', written.IndexOf('(')) + 1)..]}` is not what a {Noun.Split(' ')[0]} calls",
                $"write {Expected}; it may return ValueTask or void, and take a CancellationToken as second parameter", runs[0]);
        }
        else if (runs[0] is { IsAsync: true, ReturnsVoid: true })
        {
            errors.Add(Code, "`async void Run` cannot be waited for: its errors would be lost", $"write {Expected}", runs[0]);
        }

        if (this == Seed)
        {
            OptionShape.CheckSeed(runs.FirstOrDefault(), functions, errors);
        }
    }

    private bool Fits(IMethodSymbol method) =>
        !method.IsGenericMethod
        && method.Parameters.Length is 1 or 2
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && Names.Is(method.Parameters[0].Type, "Cairn", Parameter)
        && (method.Parameters.Length == 1 || Names.Is(method.Parameters[1].Type, "System.Threading", "CancellationToken"))
        && (method.ReturnsVoid
            || Names.Is(method.ReturnType, "System.Threading.Tasks", "Task")
            || Names.Is(method.ReturnType, "System.Threading.Tasks", "ValueTask"));
}
