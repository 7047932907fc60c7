using Cairn.Runtime.Linting.Rules;

namespace Cairn.Runtime.Linting.Reports;

/// <summary>What is known of a rule without running it.</summary>
/// <param name="Code">Its code, which never changes: <c>L101</c>.</param>
/// <param name="Title">What it finds, in a few words.</param>
/// <param name="Severity">How bad that is, where the settings do not say otherwise.</param>
/// <param name="Why">Why it is dangerous.</param>
/// <param name="Fix">What to do instead.</param>
public sealed record LintRuleInfo(string Code, string Title, LintSeverity Severity, string Why, string Fix)
{
    /// <summary>Every rule, by its code.</summary>
    public static IReadOnlyList<LintRuleInfo> All { get; } =
        [.. LintRules.All.Select(rule => new LintRuleInfo(rule.Code, rule.Title, rule.Severity, rule.Why, rule.Fix))];
}
