using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>What a compiled script turned out to be.</summary>
/// <param name="TypeName">The type to bind, as reflection names it; null where there are errors.</param>
/// <param name="Form">Its form.</param>
/// <param name="Errors">What is wrong with it.</param>
internal sealed record Shape(string? TypeName, ScriptForm Form, IReadOnlyList<CairnException> Errors);

/// <summary>Collects what is wrong with one script.</summary>
/// <param name="source">The script.</param>
internal sealed class ShapeErrors(ScriptSource source)
{
    private readonly List<CairnException> found = [];

    /// <summary>All errors so far.</summary>
    public IReadOnlyList<CairnException> All => found;

    /// <summary>Adds one, at a symbol.</summary>
    public void Add(string code, string message, string fix, ISymbol? at) => Add(code, message, fix, at?.Locations.FirstOrDefault());

    /// <summary>Adds one, at a place.</summary>
    public void Add(string code, string message, string fix, Location? at)
    {
        var span = at?.GetMappedLineSpan();
        var display = source.DisplayOf(span?.Path);
        found.Add(new CairnException(code, message)
        {
            File = display ?? source.Main.Display,
            Line = display is null ? null : span!.Value.StartLinePosition.Line + 1,
            Column = display is null ? null : span!.Value.StartLinePosition.Character + 1,
            Fix = fix,
        });
    }
}
