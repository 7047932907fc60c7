using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Rows;
using Cairn.Schema.Comparison;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Compares states and judges. Pure.</summary>
internal static class DrillVerdict
{
    /// <summary>What two states do not have alike, in words.</summary>
    /// <param name="before">The state as it should be.</param>
    /// <param name="after">The state as it is.</param>
    /// <param name="moment">When.</param>
    public static (IReadOnlyList<DrillDifference> Differences, IReadOnlyList<TableCheck> Tables) Compare(DrillState before, DrillState after, DrillMoment moment)
    {
        var tables = RowComparison.Compare(before.Contents, after.Contents);
        return ([.. SchemaDiffer.Compare(before.Structure, after.Structure).Differences.SelectMany(found => Words(found, moment)), .. RowComparison.Describe(tables, moment)], tables);
    }

    /// <summary>What is wrong decides; what only the second up shows is no matter of the rollback.</summary>
    public static DrillOutcome Judge(IReadOnlyList<DrillDifference> differences, bool failed) =>
        failed || differences.Any(difference => difference.When == DrillMoment.Down) ? DrillOutcome.Failed
        : differences.Count > 0 ? DrillOutcome.NotDeterministic
        : DrillOutcome.Passed;

    /// <summary>Why a drill counts as it does, where its outcome alone does not say it.</summary>
    public static IEnumerable<string> Notes(DrillOutcome outcome, bool lossy)
    {
        if (outcome == DrillOutcome.NotDeterministic)
        {
            yield return "down restores the database, but up run twice from there gave different results: it goes by the clock, by chance, or by a counter that a rollback does not turn back";
            if (lossy)
            {
                yield return "columns declared lossy were not compared: the second up may have begun with other values in them";
            }
        }
    }

    private static IEnumerable<DrillDifference> Words(ObjectDifference found, DrillMoment moment)
    {
        var (gone, added) = moment == DrillMoment.Down ? ("missing after down", "left behind by down") : ("missing after the second up", "there only after the second up");
        return found.Kind switch
        {
            DifferenceKind.Removed => [new DrillDifference(moment, found.Name, gone)],
            DifferenceKind.Added => [new DrillDifference(moment, found.Name, added)],
            _ => found.Facts.Select(fact => new DrillDifference(moment, found.Name, fact.Describe())),
        };
    }
}
