namespace Cairn.Scripting.Compiling;

/// <summary>The namespaces that every script has without a using.</summary>
public static class ScriptImports
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks",
        "Cairn", "Cairn.Schema", "Cairn.Schema.Building", "SqlKata", "SqlKata.Execution",
    ];
}
