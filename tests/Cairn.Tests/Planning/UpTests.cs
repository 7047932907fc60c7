using Cairn.Runtime.Execution;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class UpTests
{
    private const string Known = "20260301A 20260302A 20260303A 20261101ZA";

    [Theory]
    [InlineData("", null, 1, "+20261101ZA +20260301A")]
    [InlineData("20261101ZA", null, 1, "+20260301A")]
    [InlineData("20261101ZA", null, 2, "+20260301A +20260302A")]
    [InlineData("20261101ZA", null, 9, "+20260301A +20260302A +20260303A")]
    [InlineData("20261101ZA 20260302A", null, 1, "+20260301A")]
    [InlineData("20261101ZA", "20260302a", 1, "+20260302A")]
    [InlineData("", "20260302A", 1, "+20261101ZA +20260302A")]
    [InlineData("", "20261101ZA", 1, "+20261101ZA")]
    public void Applies_the_next_or_the_named(string history, string? version, int steps, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Up(Given.Standing(Known, history), new PlanPolicies(), version, steps)));

    [Theory]
    [InlineData("20260301a", ErrorCodes.AlreadyApplied)]
    [InlineData("20260304A", ErrorCodes.UnknownVersion)]
    public void Refuses_what_it_cannot_apply(string version, string code) => Assert.Equal(
        code, Assert.Throws<CairnException>(() => Planner.Up(Given.Standing(Known, "20260301A"), new PlanPolicies(), version)).Code);

    [Fact]
    public void No_steps_at_all_are_a_mistake() => Assert.Equal(
        ErrorCodes.CommandLineInvalid,
        Assert.Throws<CairnException>(() => Planner.Up(Given.Standing(Known, ""), new PlanPolicies(), null, 0)).Code);

    [Fact]
    public void A_named_one_may_be_late()
    {
        var standing = Given.Standing(Known, "20261101ZA 20260303A");
        Assert.Single(Planner.Up(standing, new PlanPolicies(), "20260301A").Warnings);
        Assert.Equal(
            ErrorCodes.OutOfOrderRefused,
            Assert.Throws<CairnException>(() => Planner.Up(standing, new PlanPolicies { OutOfOrder = CheckPolicy.Refuse }, "20260301A")).Code);
    }

    [Theory]
    [InlineData("", "+20261101ZA +20261201ZA")]
    [InlineData("20261101ZA", "+20261201ZA")]
    [InlineData("20261101ZA 20261201ZA", "")]
    public void Install_applies_our_own_only(string history, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Install(Given.Standing("20260301A 20261201ZA 20261101ZA", history))));
}
