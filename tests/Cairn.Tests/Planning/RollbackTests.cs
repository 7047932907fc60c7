using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class RollbackTests
{
    private const string Known = "20260301A 20260302A 20260303A 20261101ZA";

    [Theory]
    [InlineData("20261101ZA@1 20260301A@1 20260302A@2 20260303A@2", false, "-20260303A -20260302A")]
    [InlineData("20261101ZA@1 20260302A@1 20260301A@1", false, "-20260301A -20260302A")]
    [InlineData("20261101ZA@1 20260301A@1 20260302A@2 20260303A@2", true, "-20260303A -20260302A -20260301A")]
    [InlineData("20260301A 20260302A", false, "-20260302A")]
    [InlineData("20260301A@1 20260302A", false, "-20260302A")]
    [InlineData("20260301A 20260302A@1", false, "-20260302A")]
    public void Takes_back_the_last_run_or_all(string history, bool all, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Rollback(Given.Standing(Known, history), all)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_nothing_applied_there_is_nothing_to_take_back(bool all) => Assert.Equal(
        ErrorCodes.NothingApplied, Assert.Throws<CairnException>(() => Planner.Rollback(Given.Standing(Known, "20261101ZA"), all)).Code);

    [Theory]
    [InlineData("20261101ZA 20260302A 20260301A", 1, "-20260301A +20260301A")]
    [InlineData("20261101ZA 20260302A 20260301A", 2, "-20260301A -20260302A +20260302A +20260301A")]
    [InlineData("20260301A", 1, "+20261101ZA -20260301A +20260301A")]
    public void Redo_restores_the_applied_order(string history, int steps, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Redo(Given.Standing(Known, history), steps)));

    [Theory]
    [InlineData("", "+20261101ZA +20260301A +20260302A +20260303A")]
    [InlineData("20261101ZA", "+20260301A +20260302A +20260303A")]
    [InlineData("20261101ZA 20260302A 20260301A", "-20260301A -20260302A +20260301A +20260302A +20260303A")]
    public void Reset_goes_down_to_nothing_and_up_in_version_order(string history, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Reset(Given.Standing(Known, history))));

    [Fact]
    public void Neither_redo_nor_reset_begins_what_it_cannot_end()
    {
        var standing = Given.Standing("20260301A", "20260301A 20260302A");
        Assert.Equal(ErrorCodes.MissingFile, Assert.Throws<CairnException>(() => Planner.Redo(standing, 1)).Code);
        Assert.Equal(ErrorCodes.MissingFile, Assert.Throws<CairnException>(() => Planner.Reset(standing)).Code);
    }

    [Fact]
    public void A_plan_is_compared_by_what_it_runs()
    {
        var standing = Given.Standing(Known, "20261101ZA");
        Assert.True(Planner.Latest(standing, new()).RunsTheSameAs(Planner.Latest(standing, new())));
        Assert.False(Planner.Latest(standing, new()).RunsTheSameAs(Planner.Latest(standing, new(), "20260301A")));
    }
}
