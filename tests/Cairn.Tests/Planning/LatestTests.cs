using Cairn.Runtime.Execution;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class LatestTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("20260301A 20260301B 20260301AA", "", "+20260301A +20260301B +20260301AA")]
    [InlineData("20260301A 20260302A", "20260301A", "+20260302A")]
    [InlineData("20260301A 20260302A", "20260301a", "+20260302A")]
    [InlineData("20260301A", "20260301A", "")]
    [InlineData("20250101A 20261101ZA 20261101ZB", "", "+20261101ZA +20261101ZB +20250101A")]
    [InlineData("20250101A 20261101ZA 20261201ZA", "20261101ZA 20250101A", "+20261201ZA")]
    public void Runs_what_is_pending_in_order_with_our_own_first(string set, string history, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Latest(Given.Standing(set, history), new PlanPolicies())));

    [Theory]
    [InlineData("20260302A", "+20261101ZA +20260301A +20260302A")]
    [InlineData("20260302a", "+20261101ZA +20260301A +20260302A")]
    [InlineData("20260301A", "+20261101ZA +20260301A")]
    public void Stops_after_the_named_version_but_always_makes_its_own_tables(string to, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Latest(Given.Standing("20260301A 20260302A 20260303A 20261101ZA", ""), new PlanPolicies(), to)));

    [Fact]
    public void May_stop_at_an_applied_version_and_at_one_whose_file_is_gone()
    {
        var standing = Given.Standing("20260301A 20260302A 20260304A", "20260302A 20260303A");
        Assert.Equal("+20260301A", Given.Text(Planner.Latest(standing, new PlanPolicies(), "20260302A")));
        Assert.Equal("+20260301A", Given.Text(Planner.Latest(standing, new PlanPolicies(), "20260303A")));
    }

    [Theory]
    [InlineData("20260302B", "Did you mean 20260302A?")]
    [InlineData("20260302A-add-notes.csx", "Did you mean 20260302A?")]
    [InlineData("extensions/migrations/20260301A-x.csx", "Did you mean 20260301A?")]
    [InlineData("nonsense", "migrate:list")]
    public void An_unknown_version_is_told_with_the_nearest(string to, string fix)
    {
        var error = Assert.Throws<CairnException>(() => Planner.Latest(Given.Standing("20260301A 20260302A", ""), new PlanPolicies(), to));
        Assert.Equal(ErrorCodes.UnknownVersion, error.Code);
        Assert.Contains(to, error.Message, StringComparison.Ordinal);
        Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_migration_runs_in_its_place_with_a_warning_that_names_it()
    {
        var plan = Planner.Latest(Given.Standing("20260301A 20260302A 20260303A", "20260302A"), new PlanPolicies());
        Assert.Equal("+20260301A +20260303A", Given.Text(plan));
        Assert.Equal([true, false], plan.Steps.Select(step => step.OutOfOrder));
        var warning = Assert.Single(plan.Warnings);
        Assert.Contains("migrations/20260301A-x.csx", warning, StringComparison.Ordinal);
        Assert.Contains("20260302A", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_ones_are_refused_all_by_name_or_allowed_silently()
    {
        var standing = Given.Standing("20260301A 20260301B 20260302A", "20260302A");
        var error = Assert.Throws<CairnException>(() => Planner.Latest(standing, new PlanPolicies { OutOfOrder = CheckPolicy.Refuse }));
        Assert.Equal(ErrorCodes.OutOfOrderRefused, error.Code);
        Assert.Contains("20260301A-x.csx and migrations/20260301B-x.csx", error.Message, StringComparison.Ordinal);
        Assert.Empty(Planner.Latest(standing, new PlanPolicies { OutOfOrder = CheckPolicy.Allow }).Warnings);
    }

    [Fact]
    public void Our_own_are_never_late_and_make_no_other_late()
    {
        var refuse = new PlanPolicies { OutOfOrder = CheckPolicy.Refuse };
        Assert.Equal("+20261101ZA", Given.Text(Planner.Latest(Given.Standing("20261101ZA 20261201A", "20261201A"), refuse)));
        Assert.Equal("+20250101A", Given.Text(Planner.Latest(Given.Standing("20261101ZA 20250101A", "20261101ZA"), refuse)));
    }

    [Fact]
    public void A_version_that_the_plan_does_not_reach_is_not_refused_for_being_late()
    {
        var standing = Given.Standing("20260301A 20260302A 20260303A", "20260303A");
        var error = Assert.Throws<CairnException>(() => Planner.Latest(standing, new PlanPolicies { OutOfOrder = CheckPolicy.Refuse }, "20260301A"));
        Assert.DoesNotContain("20260302A", error.Message, StringComparison.Ordinal);
    }
}
