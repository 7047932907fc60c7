namespace Cairn.Scripting.Compiling;

/// <summary>How a script says what to do.</summary>
internal enum ScriptForm
{
    /// <summary>Functions <c>Up</c> and <c>Down</c>.</summary>
    Functions,

    /// <summary>A function <c>Change</c>.</summary>
    Change,

    /// <summary>A class deriving from <see cref="Migration"/>.</summary>
    Class,

    /// <summary>A function <c>Run</c>: no migration, but a drill script or a seed.</summary>
    Run,
}

/// <summary>Where a compiled script is found.</summary>
/// <param name="Image">The index of its assembly.</param>
/// <param name="TypeName">The type with its functions, or the migration class, as reflection names it.</param>
/// <param name="Form">Its form.</param>
/// <param name="IsSubmission">Whether the type was made by the script compiler's own rules, and so has its way of being created.</param>
internal sealed record ScriptEntry(int Image, string TypeName, ScriptForm Form, bool IsSubmission);

/// <summary>What compiling gave.</summary>
/// <param name="Images">The assemblies, each with its debug information inside.</param>
/// <param name="Entries">One per script, in their order; null for one with errors.</param>
/// <param name="Errors">All errors of all scripts, sorted by file, line and column.</param>
internal sealed record CompiledScripts(
    IReadOnlyList<byte[]> Images, IReadOnlyList<ScriptEntry?> Entries, IReadOnlyList<CairnException> Errors);
