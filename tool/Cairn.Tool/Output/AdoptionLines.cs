using Cairn.Runtime.Adoptions;

namespace Cairn.Tool.Output;

/// <summary>What was taken over from another tool, in the JSON document.</summary>
/// <param name="System">Which tool.</param>
/// <param name="Table">Its table.</param>
/// <param name="Rows">The rows, in the tool's order.</param>
/// <param name="Pending">The versions that are still pending afterwards.</param>
internal sealed record AdoptionLines(string System, string Table, IReadOnlyList<AdoptedRowLine> Rows, IReadOnlyList<string> Pending)
{
    public static AdoptionLines Of(AdoptReport report) => new(
        report.System,
        report.Table,
        [.. report.Rows.Select(row => new AdoptedRowLine(row.Text, row.State.ToString().ToLowerInvariant(), row.Version, row.AppliedAt?.UtcDateTime, row.Note))],
        [.. report.Pending.Select(migration => migration.Version)]);
}

/// <summary>A row of the other tool's table.</summary>
/// <param name="Row">What the tool has recorded.</param>
/// <param name="State"><c>adopted</c>, <c>recorded</c> (before), <c>unmatched</c> or <c>left</c>.</param>
/// <param name="Version">The version of the migration that belongs to it.</param>
/// <param name="AppliedAt">When the tool applied it (UTC), where it says.</param>
/// <param name="Note">What is to be said of it.</param>
internal sealed record AdoptedRowLine(string Row, string State, string? Version, DateTime? AppliedAt, string? Note);
