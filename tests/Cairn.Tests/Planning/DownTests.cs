using Cairn.Runtime.Execution;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class DownTests
{
    private const string Known = "20260301A 20260302A 20260303A 20261101ZA";

    // Applied late: 20260301A came after 20260302A.
    private const string Applied = "20261101ZA 20260302A 20260301A 20260303A";

    [Theory]
    [InlineData(null, 1, null, "-20260303A")]
    [InlineData(null, 2, null, "-20260303A -20260301A")]
    [InlineData(null, 9, null, "-20260303A -20260301A -20260302A")]
    [InlineData("20260302a", 1, null, "-20260302A")]
    [InlineData(null, 1, "20260302A", "-20260303A -20260301A")]
    [InlineData(null, 1, "20260303A", "")]
    [InlineData(null, 1, "20261101ZA", "-20260303A -20260301A -20260302A")]
    public void Goes_by_the_applied_order_and_never_into_our_own(string? version, int steps, string? to, string plan) =>
        Assert.Equal(plan, Given.Text(Planner.Down(Given.Standing(Known, Applied), new DownRequest(version, steps, to))));

    [Theory]
    [InlineData(null, 9, null, "-20260303A -20260301A -20260302A -20261101ZA")]
    [InlineData("20261101ZA", 1, null, "-20261101ZA")]
    public void Goes_into_our_own_when_told(string? version, int steps, string? to, string plan) => Assert.Equal(
        plan, Given.Text(Planner.Down(Given.Standing(Known, Applied), new DownRequest(version, steps, to) { IncludeBuiltIn = true })));

    [Theory]
    [InlineData(null, 1, null, "", ErrorCodes.NothingApplied)]
    [InlineData(null, 1, null, "20261101ZA", ErrorCodes.NothingApplied)]
    [InlineData("20261101ZA", 1, null, Applied, ErrorCodes.BuiltInNotRolledBack)]
    [InlineData("20260303A", 1, null, "20260301A", ErrorCodes.NotApplied)]
    [InlineData("20260309A", 1, null, Applied, ErrorCodes.UnknownVersion)]
    [InlineData(null, 1, "20260303A", "20260301A", ErrorCodes.NotApplied)]
    [InlineData(null, 1, "20260309A", Applied, ErrorCodes.UnknownVersion)]
    [InlineData("20260303A", 1, "20260301A", Applied, ErrorCodes.CommandLineInvalid)]
    [InlineData("20260303A", 2, null, Applied, ErrorCodes.CommandLineInvalid)]
    [InlineData(null, 0, null, Applied, ErrorCodes.CommandLineInvalid)]
    public void Refuses_with_a_code_and_a_fix(string? version, int steps, string? to, string history, string code)
    {
        var error = Assert.Throws<CairnException>(() => Planner.Down(Given.Standing(Known, history), new DownRequest(version, steps, to)));
        Assert.Equal(code, error.Code);
        Assert.NotNull(error.Fix);
    }

    [Fact]
    public void Every_missing_file_is_told_and_the_history_offered()
    {
        var standing = Given.Standing("20260301A", "20260301A 20260302A 20260303A");
        var error = Assert.Throws<CairnException>(() => Planner.Down(standing, new DownRequest(Steps: 3)));
        Assert.Equal(ErrorCodes.MissingFile, error.Code);
        Assert.Contains("20260303A", error.Message, StringComparison.Ordinal);
        Assert.Contains("--from-history", error.Fix, StringComparison.Ordinal);
        Assert.Contains("20260302A", Assert.Single(error.Others).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_history_marks_the_steps_whose_text_is_there()
    {
        var standing = Given.Standing("20260301A", "20260301A 20260302A");
        var plan = Planner.Down(standing, new DownRequest(Steps: 2) { FromHistory = true });
        Assert.Equal([true, false], plan.Steps.Select(step => step.FromHistory));
        Assert.Equal(("history:20260302A", ".csx"), (plan.Steps[0].Migration.Path, plan.Steps[0].Migration.Format));
        Assert.Equal("20260302A", plan.Steps[0].Applied!.Version.Text);
    }

    [Fact]
    public void From_history_without_a_text_is_still_refused()
    {
        var row = Given.Row("20260302A", 1) with { HasSource = false };
        var standing = new Standing(Given.Set("20260301A"), new HistoryState([row]));
        var error = Assert.Throws<CairnException>(() => Planner.Down(standing, new DownRequest { FromHistory = true }));
        Assert.Equal(ErrorCodes.MissingFile, error.Code);
        Assert.Contains("--unapply", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_one_that_was_renamed_names_its_new_file()
    {
        var standing = Given.Standing("20260305A", "20260302A", ("20260305A", "sum 20260302A"));
        var error = Assert.Throws<CairnException>(() => Planner.Down(standing, new DownRequest()));
        Assert.Contains("migrate:mark 20260305A --renamed", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void The_recorded_spelling_of_a_version_is_kept_for_the_row() =>
        Assert.Equal("20260301a", Planner.Down(Given.Standing("20260301A", "20260301a"), new DownRequest()).Steps[0].Applied!.Version.Text);

    [Fact]
    public void A_row_of_unknown_origin_with_a_reserved_version_is_our_own()
    {
        var row = Given.Row("20270101ZA", 1) with { Source = null };
        var standing = new Standing(Given.Set("20260301A"), new HistoryState([row]));
        Assert.Equal(ErrorCodes.BuiltInNotRolledBack, Assert.Throws<CairnException>(() => Planner.Down(standing, new DownRequest("20270101ZA"))).Code);
    }
}
