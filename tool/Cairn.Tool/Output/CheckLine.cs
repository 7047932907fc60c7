using Cairn.Runtime.Checks;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output;

/// <summary>One check in a report.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="State"><c>ok</c>, <c>warn</c> or <c>fail</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Fix">How to mend it; null where there is nothing to mend.</param>
internal sealed record CheckLine(string Name, string State, string Message, string? Fix)
{
    public static CheckLine Of(CheckResult check) =>
        new(check.Name, check.State.ToString().ToLowerInvariant(), Redaction.Clean(check.Message), check.Fix is { } fix ? Redaction.Clean(fix) : null);
}
