namespace Cairn.Runtime.Linting.Reports;

/// <summary>How bad a finding is.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Dangerous on a live database.</summary>
    Warning,

    /// <summary>Loses rows, or fails.</summary>
    Error,
}
