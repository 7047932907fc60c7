using Cairn.Runtime.Drills.Reports;

namespace Cairn.Runtime.Drills.Rows;

/// <summary>Compares what tables held at two moments. Pure.</summary>
internal static class RowComparison
{
    /// <summary>What became of each table that there was before.</summary>
    /// <param name="before">The contents before.</param>
    /// <param name="after">The contents after; tables that are gone are not in it.</param>
    public static IReadOnlyList<TableCheck> Compare(IReadOnlyDictionary<string, TableContent> before, IReadOnlyDictionary<string, TableContent> after) =>
        [.. before.Values.OrderBy(content => content.Selection.Table, StringComparer.Ordinal).Select(content => Compare(content, after.GetValueOrDefault(content.Selection.Table)))];

    /// <summary>The same in words, for what is not the same. A table that is gone is told with the structure.</summary>
    /// <param name="checks">The tables.</param>
    /// <param name="moment">When they were compared.</param>
    public static IEnumerable<DrillDifference> Describe(IEnumerable<TableCheck> checks, DrillMoment moment)
    {
        foreach (var check in checks.Where(check => check is { Same: false, After: not null }))
        {
            var subject = $"rows of {check.Table}";
            var count = check.After!.Value - check.Before;
            if (count != 0)
            {
                yield return new DrillDifference(moment, subject, count < 0 ? $"{-count} of {check.Before} are gone" : $"{count} more than the {check.Before} there were");
            }
            else if (check.Columns.Count > 0)
            {
                yield return new DrillDifference(moment, subject, $"other values in {string.Join(", ", check.Columns)}");
            }
            else
            {
                yield return new DrillDifference(moment, subject, "values went from one row to another");
            }
        }
    }

    private static TableCheck Compare(TableContent before, TableContent? after)
    {
        var table = before.Selection.Table;
        if (after is null)
        {
            return new TableCheck(table, before.Rows, After: null, Same: false);
        }

        // A column that is gone is told with the structure; the others are still compared, each by itself.
        var differing = before.Selection.Columns.Select(column => column.Name).Where(after.Columns.ContainsKey)
            .Where(column => before.Columns[column] != after.Columns[column]).ToList();
        var isWhole = after.Columns.Count == before.Columns.Count;
        var same = before.Rows == after.Rows && differing.Count == 0 && (!isWhole || before.Whole == after.Whole);
        return new TableCheck(table, before.Rows, after.Rows, same) { Columns = differing };
    }
}
