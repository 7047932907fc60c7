using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>How scripts are compiled on either road: warnings are nobody's business, lines are exact.</summary>
internal static class RoadOptions
{
    /// <summary>The compiler's options. Not optimised: a script runs once, and its stack frames must have their lines.</summary>
    public static CSharpCompilationOptions Compilation { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug,
        allowUnsafe: true,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        warningLevel: 0,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Annotations);

    /// <summary>One file with the debug information inside.</summary>
    public static EmitOptions Emit { get; } = new(debugInformationFormat: DebugInformationFormat.Embedded);
}
