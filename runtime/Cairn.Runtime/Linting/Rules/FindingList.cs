using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules;

/// <summary>Takes what rules find.</summary>
internal sealed class FindingList
{
    private readonly List<FoundFault> faults = [];

    public IReadOnlyList<FoundFault> Faults => faults;

    /// <summary>Adds what is wrong with a change.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="change">The change; null where it is about the whole migration.</param>
    /// <param name="message">What it is, naming the table and column.</param>
    /// <param name="needsRows">Whether it does not matter on a table without rows.</param>
    /// <param name="severity">Where it is not the rule's own.</param>
    /// <param name="fix">Where it is not the rule's own.</param>
    public void Add(LintRule rule, LintChange? change, string message, bool needsRows = false, LintSeverity? severity = null, string? fix = null) =>
        faults.Add(new FoundFault(rule, change?.Step, message)
        {
            Table = change?.Table,
            NeedsRows = needsRows,
            Severity = severity ?? rule.Severity,
            Fix = fix ?? rule.Fix,
        });

    /// <summary>Adds what is wrong with a line of the script.</summary>
    public void Add(LintRule rule, int? line, string message, LintSeverity? severity = null, string? fix = null) =>
        faults.Add(new FoundFault(rule, null, message) { Line = line, Severity = severity ?? rule.Severity, Fix = fix ?? rule.Fix });
}

/// <summary>What a rule found, before the database's rows, the settings and the waivers have had their say.</summary>
internal sealed record FoundFault(LintRule Rule, LintStep? Step, string Message)
{
    public LintTable? Table { get; init; }

    public bool NeedsRows { get; init; }

    public required LintSeverity Severity { get; init; }

    public required string Fix { get; init; }

    public int? Line { get; init; }
}
