using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>The order in which migrations were applied.</summary>
public static class AppliedOrder
{
    /// <summary>
    /// Oldest first. Rows that the history log knows stand in its sequence; the others by time, then by version; and both are merged by time.
    /// </summary>
    /// <param name="applied">The rows.</param>
    /// <param name="order">The order of versions.</param>
    public static IReadOnlyList<AppliedMigration> OldestFirst(IReadOnlyList<AppliedMigration> applied, IComparer<MigrationVersion> order)
    {
        var logged = applied.Where(row => row.Sequence is not null).OrderBy(row => row.Sequence).ToList();
        var unlogged = applied.Where(row => row.Sequence is null)
            .OrderBy(row => row.AppliedAt).ThenBy(row => row.Version, order).ToList();

        // A clock may run backwards, so the sequence must never be re-sorted by time: two sorted lists are merged instead.
        var merged = new List<AppliedMigration>(applied.Count);
        var next = 0;
        foreach (var row in logged)
        {
            while (next < unlogged.Count && unlogged[next].AppliedAt <= row.AppliedAt)
            {
                merged.Add(unlogged[next++]);
            }

            merged.Add(row);
        }

        merged.AddRange(unlogged.Skip(next));
        return merged;
    }
}
