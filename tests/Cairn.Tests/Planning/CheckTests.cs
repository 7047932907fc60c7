using Cairn.Runtime.Execution;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class CheckTests
{
    private static readonly PlanPolicies Refuse = new() { Changed = CheckPolicy.Refuse, Missing = CheckPolicy.Refuse };
    private static readonly PlanPolicies Allow = new() { Changed = CheckPolicy.Allow, Missing = CheckPolicy.Allow };

    private static readonly Standing Changed =
        Given.Standing("20260301A 20260302A 20260303A", "20260301A 20260302A", ("20260301A", "other"), ("20260302A", "sum 20260302A"));

    private static readonly Standing Missing = Given.Standing("20260301A 20260303A", "20260301A 20260302A");

    private static readonly Standing Renamed =
        Given.Standing("20260301A 20260303A 20260304A", "20260301A 20260302A", ("20260303A", "sum 20260302A"), ("20260304A", "new"));

    [Fact]
    public void A_changed_file_is_warned_about_refused_or_allowed()
    {
        Assert.Contains("20260301A-x.csx changed", Assert.Single(Planner.Latest(Changed, new PlanPolicies()).Warnings), StringComparison.Ordinal);
        Assert.Empty(Planner.Latest(Changed, Allow).Warnings);
        var error = Assert.Throws<CairnException>(() => Planner.Latest(Changed, Refuse));
        Assert.Equal((ErrorCodes.ChangedFile, "migrations/20260301A-x.csx"), (error.Code, error.File));
    }

    [Fact]
    public void A_missing_file_is_warned_about_refused_or_allowed()
    {
        Assert.Contains("20260302A", Assert.Single(Planner.Latest(Missing, new PlanPolicies()).Warnings), StringComparison.Ordinal);
        Assert.Empty(Planner.Latest(Missing, Allow).Warnings);
        Assert.Equal(ErrorCodes.MissingFile, Assert.Throws<CairnException>(() => Planner.Latest(Missing, Refuse)).Code);
    }

    [Fact]
    public void Going_down_asks_only_of_what_it_rolls_back()
    {
        Assert.Empty(Planner.Down(Changed, new DownRequest(), Refuse).Warnings);
        Assert.Single(Planner.Down(Changed, new DownRequest(Steps: 2)).Warnings);
        Assert.Equal(ErrorCodes.ChangedFile, Assert.Throws<CairnException>(() => Planner.Down(Changed, new DownRequest(Steps: 2), Refuse)).Code);
    }

    [Fact]
    public void A_renamed_one_never_runs_a_second_time_whatever_the_policies()
    {
        foreach (var run in new Func<Plan>[]
        {
            () => Planner.Latest(Renamed, Allow),
            () => Planner.Up(Renamed, Allow),
            () => Planner.Up(Renamed, Allow, "20260303A"),
        })
        {
            var error = Assert.Throws<CairnException>(run);
            Assert.Equal((ErrorCodes.RenamedFile, "migrations/20260303A-x.csx"), (error.Code, error.File));
            Assert.Contains("migrate:mark 20260303A --renamed", error.Fix, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_renamed_one_that_does_not_run_is_a_warning_and_not_missing()
    {
        var plan = Planner.Up(Renamed, Refuse, "20260304A");
        Assert.Equal("+20260304A", Given.Text(plan));
        Assert.Contains("renamed", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_is_told_at_once()
    {
        var standing = Given.Standing(
            "20260301A 20260302A 20260305A", "20260302A 20260303A 20260304A",
            ("20260302A", "other"), ("20260305A", "sum 20260304A"));
        var error = Assert.Throws<CairnException>(() => Planner.Latest(standing, Refuse with { OutOfOrder = CheckPolicy.Refuse }));
        Assert.Equal(
            [ErrorCodes.RenamedFile, ErrorCodes.OutOfOrderRefused, ErrorCodes.ChangedFile, ErrorCodes.MissingFile],
            error.Others.Prepend(error).Select(each => each.Code));
    }

    [Fact]
    public void A_migration_of_a_newer_Cairn_asks_for_an_update()
    {
        var error = Assert.Throws<CairnException>(() => Planner.Latest(Given.Standing("20261101ZA", "20261101ZA 20270101ZA"), Refuse));
        Assert.Contains("dotnet tool update", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_missing_files_are_a_few_lines()
    {
        var history = string.Join(' ', Enumerable.Range(0, 100).Select(day => $"2020{day / 28 + 1:00}{day % 28 + 1:00}A"));
        var warnings = Planner.Latest(Given.Standing("20260301A", history), new PlanPolicies()).Warnings;
        Assert.Equal(11, warnings.Count);
        Assert.Contains("90 more", warnings[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20260301A 20260302A 20260303A", "20260301A 20260302A", "20260301A 20260302A")]
    [InlineData("20260301A 20260303A", "20260301A 20260302A", "20260301A 20260303A")]
    public void Files_are_read_only_where_they_can_tell_something(string set, string history, string read) => Assert.Equal(
        read, string.Join(' ', Given.Standing(set, history).NeedingChecksum().Select(migration => migration.Version)));

    [Fact]
    public void What_was_read_is_judged_after_the_reading()
    {
        var before = Given.Standing("20260301A", "20260301A");
        Assert.Empty(before.Changed);
        var checksums = before.NeedingChecksum().ToDictionary(migration => migration.Version, _ => "other");
        Assert.Equal("20260301A", Assert.Single(before.With(checksums).Changed).Version.Text);
    }
}
