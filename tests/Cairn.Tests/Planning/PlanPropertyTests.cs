using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

/// <summary>What holds for every set and history; the seed is in the test's name when it fails.</summary>
public class PlanPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void After_latest_nothing_is_pending_and_a_second_run_has_nothing_to_do(int seed)
    {
        var (set, history) = Random(seed);
        var plan = Planner.Latest(new Standing(set, history), new PlanPolicies());
        var after = new Standing(set, Apply(history, plan));
        Assert.Empty(after.Pending);
        Assert.Empty(Planner.Latest(after, new PlanPolicies()).Steps);
        Assert.Equal(plan.Steps.Count, plan.Steps.DistinctBy(step => step.Migration.Version).Count());
        var custom = plan.Steps.Where(step => step.Migration.Source != MigrationSourceKind.BuiltIn).Select(step => step.Migration.Version).ToList();
        Assert.Equal(custom.Order(set.Naming.Order), custom);
        Assert.All(plan.Steps.Take(plan.Steps.Count - custom.Count), step => Assert.Equal(MigrationSourceKind.BuiltIn, step.Migration.Source));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Steps_one_by_one_end_where_latest_ends(int seed)
    {
        var (set, history) = Random(seed);
        var latest = Apply(history, Planner.Latest(new Standing(set, history), new PlanPolicies()));
        for (var plan = Next(); plan.Steps.Count > 0; plan = Next())
        {
            history = Apply(history, plan);
        }

        Assert.Equal(Order(latest), Order(history));

        Plan Next() => Planner.Up(new Standing(set, history), new PlanPolicies());
        IEnumerable<string> Order(HistoryState state) => state.Applied.Select(row => row.Version.Text).Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Down_reverses_the_applied_order_and_leaves_our_own(int seed)
    {
        var (set, history) = Random(seed);
        history = Apply(history, Planner.Latest(new Standing(set, history), new PlanPolicies()));
        var standing = new Standing(set, history);
        var own = history.Applied.Where(standing.IsBuiltIn).Select(row => row.Version).ToList();
        var plan = Planner.Rollback(standing, all: true);
        var applied = history.Applied.OrderBy(row => row.Sequence).Select(row => row.Version).Except(own);
        Assert.Equal(applied.Reverse(), plan.Steps.Select(step => step.Migration.Version));
        Assert.Equal(own, Apply(history, plan).Applied.Select(row => row.Version));

        // Down --to each version leaves that version the newest.
        foreach (var stays in plan.Steps.Select(step => step.Migration.Version))
        {
            var left = Apply(history, Planner.Down(standing, new DownRequest(To: stays.Text)));
            Assert.Equal(stays, left.Applied.Where(row => !standing.IsBuiltIn(row)).MaxBy(row => row.Sequence)!.Version);
        }
    }

    private static HistoryState Apply(HistoryState history, Plan plan)
    {
        var rows = history.Applied.ToList();
        var sequence = rows.Max(row => row.Sequence) ?? 0;
        foreach (var step in plan.Steps)
        {
            if (step.Direction == Direction.Up)
            {
                rows.Add(Given.Row(step.Migration.Version.Text, (int)++sequence));
            }
            else
            {
                Assert.Equal(1, rows.RemoveAll(row => row.Version == step.Migration.Version));
            }
        }

        return new HistoryState(rows);
    }

    private static (MigrationSet Set, HistoryState History) Random(int seed)
    {
        var random = new Random(seed);
        var versions = Enumerable.Range(0, random.Next(1, 40))
            .Select(_ => $"2026{random.Next(1, 13):00}{random.Next(1, 29):00}" + (random.Next(6) == 0 ? "ZA" : "ABCDEF"[random.Next(6)]))
            .Append("20260101A").Distinct().ToArray();
        var set = Given.Set(string.Join(' ', versions));
        random.Shuffle(versions);
        return (set, Given.History(string.Join(' ', versions.Take(random.Next(versions.Length)))));
    }
}
