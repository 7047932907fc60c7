using Cairn.Runtime.Data;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Rows;
using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Squashes.Trials;

/// <summary>Compares what the old migrations made with what the new one made. Pure.</summary>
internal static class Comparison
{
    public static SquashReport Of(DatabaseTarget target, SquashDraft draft, string text, OldWay old, DrillState found, IReadOnlyList<string> counters)
    {
        var diff = SchemaDiffer.Compare(found.Structure, old.State.Structure);
        var tables = RowComparison.Compare(old.State.Contents, found.Contents);
        return new SquashReport(target.Client, target.Database, draft.Range, text, Fingerprint.Of(old.State.Structure), Fingerprint.Of(found.Structure))
        {
            Diff = diff,
            Tables = [.. tables.Where(table => table.Before > 0 || !table.Same)],
            WhyNoWayBack = draft.WhyNoWayBack,
            Differences =
            [
                .. DiffText.Lines(diff),
                .. RowComparison.Describe(tables, DrillMoment.SecondUp).Select(difference => difference.ToString()),
                .. old.Counters.Except(counters, StringComparer.Ordinal).Select(counter => $"a sequence stands elsewhere than after {counter}"),
            ],
        };
    }
}
