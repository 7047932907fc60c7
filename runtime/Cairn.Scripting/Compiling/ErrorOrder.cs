namespace Cairn.Scripting.Compiling;

/// <summary>The order that errors are shown in.</summary>
internal static class ErrorOrder
{
    /// <summary>By file, line and column; an error in a file that many scripts load is there once.</summary>
    public static IReadOnlyList<CairnException> Sorted(IReadOnlyList<CairnException> errors) => errors.Count <= 1 ? errors :
    [
        .. errors
            .DistinctBy(error => (error.File, error.Line, error.Column, error.Code, error.Message))
            .OrderBy(error => error.File, StringComparer.Ordinal)
            .ThenBy(error => error.Line ?? 0)
            .ThenBy(error => error.Column ?? 0)
            .ThenBy(error => error.Message, StringComparer.Ordinal),
    ];
}
