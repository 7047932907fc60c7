using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

/// <summary>20260303A is a squash of three, and has the version of the last; 20260304A comes after it.</summary>
public class SquashStandingTests
{
    private const string Three = "20260301A 20260302A 20260303A";

    private static readonly PlanPolicies Strict = new() { Changed = CheckPolicy.Refuse, Missing = CheckPolicy.Refuse, OutOfOrder = CheckPolicy.Refuse };

    [Fact]
    public void Where_none_is_applied_it_runs()
    {
        var standing = Standing("");
        Assert.Equal("+20260303A +20260304A", Given.Text(Planner.Latest(standing, Strict)));
        Assert.Equal(SquashState.Fresh, standing.SquashOf(new MigrationVersion("20260303A"))!.State);
        Assert.DoesNotContain(Planner.Latest(standing, Strict).Steps, step => step.IsRecordOnly);
    }

    [Theory]
    [InlineData(Three, "+20260303A! +20260304A")]
    [InlineData(Three + " 20260304A", "+20260303A!")]
    public void Where_all_are_applied_it_is_recorded_and_nothing_is_missing_changed_or_pending(string rows, string plan)
    {
        var standing = Standing(rows, ("20260303A", "sum of the squash"));
        Assert.False(standing.IsUpToDate);
        Assert.Empty(standing.Missing);
        Assert.Empty(standing.Changed);
        Assert.DoesNotContain(standing.Pending, migration => migration.Version.Text == "20260303A");
        Assert.Equal(plan, Marked(Planner.Latest(standing, Strict)));
        Assert.Equal("+20260303A!", Marked(Planner.Record(standing)));
        Assert.Equal(["20260301A", "20260302A", "20260303A"], Planner.Record(standing).Steps[0].Replaced!.Select(row => row.Version.Text));
        Assert.Equal(MigrationState.Applied, StatusBuilder.Build(standing)[0].State);
        Assert.Equal(2, StatusBuilder.Build(standing).Count);
    }

    [Theory]
    [InlineData("20260301A", "20260302A and 20260303A are not applied")]
    [InlineData("20260301A 20260302A", "20260303A is not applied")]
    [InlineData("20260302A 20260303A", "20260301A is not applied")]
    [InlineData("20260303A", "20260301A and 20260302A are not applied")]
    public void Where_some_are_applied_nothing_runs_and_the_rest_is_named(string rows, string named)
    {
        foreach (var run in new Func<Standing, Plan>[] { it => Planner.Latest(it, new PlanPolicies()), it => Planner.Up(it, new PlanPolicies()), it => Planner.Up(it, new PlanPolicies(), "20260304A") })
        {
            var error = Assert.Throws<CairnException>(() => run(Standing(rows)));
            Assert.Equal(ErrorCodes.SquashHalfApplied, error.Code);
            Assert.Contains(named, error.Message, StringComparison.Ordinal);
            Assert.Contains("migrate:latest --to 20260303A", error.Fix, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Once_recorded_what_it_replaces_is_history_by_the_log_alone()
    {
        var standing = new Standing(Set(), Recorded(isReplaced: true));
        Assert.True(standing.IsUpToDate);
        Assert.Empty(standing.MayReplace(all: false));
        Assert.Equal("20260303A", Assert.Single(standing.MayReplace(all: true), migration => migration.Name == "Squashed").Version.Text);
    }

    [Fact]
    public void Without_the_log_its_text_says_the_same()
    {
        var standing = new Standing(Set(), Recorded(isReplaced: false)).With(Replaces());
        Assert.True(standing.IsUpToDate);
        Assert.True(standing.IsReplaced(standing.History.Find("20260301A")!));
    }

    [Fact]
    public void A_file_with_another_name_but_its_text_is_recorded_already()
    {
        var rows = new HistoryState([Given.Row("20260303A", 1) with { Checksum = "same" }]);
        var standing = new Standing(Set(), rows).With(Replaces()).With(new Dictionary<MigrationVersion, string> { [new MigrationVersion("20260303A")] = "same" });
        Assert.Equal(SquashState.Recorded, standing.Squashes[0].State);
    }

    [Fact]
    public void Files_are_looked_at_only_where_something_hints_at_a_squash()
    {
        Assert.Empty(Given.Standing("20260301A 20260302A", "20260301A").MayReplace(all: true));
        Assert.Equal(["20260303A", "20260304A"], new Standing(Set(), Given.History(Three)).MayReplace(all: false).Select(migration => migration.Version.Text));
    }

    [Fact]
    public void Rolling_it_back_by_accident_is_refused_where_they_were_applied_one_by_one()
    {
        var standing = Standing(Three, ("20260303A", "sum of the squash"));
        foreach (var run in new Func<Plan>[]
        {
            () => Planner.Down(standing, new DownRequest()),
            () => Planner.Down(standing, new DownRequest("20260303A")),
            () => Planner.Rollback(standing, all: false),
            () => Planner.Redo(standing, 1),
        })
        {
            Assert.Equal(ErrorCodes.Irreversible, Assert.Throws<CairnException>(run).Code);
        }

        var forced = Assert.Single(Planner.Down(standing, new DownRequest { Force = true }).Steps);
        Assert.Equal(["20260301A", "20260302A"], forced.Replaced!.Select(row => row.Version.Text));
        Assert.Equal("-20260303A", Given.Text(Planner.Rollback(standing, all: true)));
        Assert.Equal("-20260303A +20260303A +20260304A", Given.Text(Planner.Reset(standing)));
        Assert.DoesNotContain(Planner.Reset(standing).Steps, step => step.IsRecordOnly);
    }

    [Theory]
    [InlineData("20260301A", null)]
    [InlineData(null, "20260302A")]
    public void A_rollback_neither_begins_nor_ends_inside_it(string? version, string? to)
    {
        var error = Assert.Throws<CairnException>(() => Planner.Down(Standing(Three), new DownRequest(version, To: to)));
        Assert.Equal(ErrorCodes.MissingFile, error.Code);
        Assert.Contains("replaced by", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_ran_on_a_fresh_database_goes_back_as_any_other() =>
        Assert.Equal("-20260303A", Given.Text(Planner.Down(new Standing(Set(), new HistoryState([Given.Row("20260303A", 1) with { Name = "Squashed" }])).With(Replaces()), new DownRequest())));

    [Fact]
    public void Marking_it_makes_history_of_what_it_replaces()
    {
        var step = Assert.Single(MarkPlanner.Mark(Standing("20260301A 20260302A"), new MarkRequest("20260303A")));
        Assert.Equal(["20260301A", "20260302A"], step.Replaced.Select(row => row.Version.Text));
    }

    [Fact]
    public void With_a_version_of_its_own_it_is_pending_until_it_is_recorded()
    {
        var set = MigrationSet.Of([Given.Migration("20260303B"), Given.Migration("20260304A")], MigrationNamings.Default);
        var standing = new Standing(set, Given.History(Three)).With(new Dictionary<MigrationVersion, IReadOnlyList<MigrationVersion>> { [new MigrationVersion("20260303B")] = Versions });
        Assert.Equal("+20260303B! +20260304A", Marked(Planner.Latest(standing, Strict)));
        Assert.Equal("+20260303B!", Marked(Planner.Up(standing, Strict, "20260303B")));
        Assert.Equal(MigrationState.Applied, StatusBuilder.Build(standing)[0].State);
    }

    private static IReadOnlyList<MigrationVersion> Versions => [.. Three.Split(' ').Select(version => new MigrationVersion(version))];

    private static Standing Standing(string rows, params (string Version, string Checksum)[] checksums) =>
        new Standing(Set(), Given.History(rows)).With(Replaces()).With(checksums.ToDictionary(pair => new MigrationVersion(pair.Version), pair => pair.Checksum));

    private static MigrationSet Set() => MigrationSet.Of([Given.Migration("20260303A") with { Name = "Squashed" }, Given.Migration("20260304A")], MigrationNamings.Default);

    private static Dictionary<MigrationVersion, IReadOnlyList<MigrationVersion>> Replaces() => new() { [new MigrationVersion("20260303A")] = Versions };

    private static HistoryState Recorded(bool isReplaced) => new(
    [
        Given.Row("20260301A", 1) with { IsReplaced = isReplaced }, Given.Row("20260302A", 2) with { IsReplaced = isReplaced },
        Given.Row("20260303A", 3) with { Name = "Squashed" }, Given.Row("20260304A", 4),
    ]);

    private static string Marked(Plan plan) => string.Join(
        ' ', plan.Steps.Select(step => $"{(step.Direction == Direction.Up ? "+" : "-")}{step.Migration.Version}{(step.IsRecordOnly ? "!" : "")}"));
}
