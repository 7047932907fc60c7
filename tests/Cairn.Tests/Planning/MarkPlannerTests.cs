using Cairn.Runtime.Execution;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class MarkPlannerTests
{
    private static readonly Standing Standing = Given.Standing(
        "20260301A 20260303A 20260304A 20261101ZA", "20260301A 20260302A", ("20260303A", "sum 20260302A"), ("20260304A", "new"));

    private static string Text(IReadOnlyList<MarkStep> steps) => string.Join(' ', steps.Select(step =>
        $"{step.Kind}:{step.Version}{(step.Kind == MarkKind.Rename ? "<" + step.Row!.Version : "")}"));

    [Theory]
    [InlineData("20260304a", false, false, "Apply:20260304A")]
    [InlineData("20260301A", true, false, "Unapply:20260301A")]
    [InlineData("20260302A", true, false, "Unapply:20260302A")]
    [InlineData(null, true, false, "Unapply:20260302A Unapply:20260301A")]
    [InlineData("20260303A", false, true, "Rename:20260303A<20260302A")]
    [InlineData(null, false, true, "Rename:20260303A<20260302A")]
    public void Says_what_to_record(string? version, bool unapply, bool renamed, string expected) => Assert.Equal(
        expected, Text(MarkPlanner.Mark(Standing, new MarkRequest(version, unapply, version is null, renamed))));

    [Fact]
    public void All_is_everything_pending_but_our_own() => Assert.Equal(
        "Apply:20260301A Apply:20260302A",
        Text(MarkPlanner.Mark(Given.Standing("20260302A 20260301A 20261101ZA", ""), new MarkRequest(null, All: true))));

    [Theory]
    [InlineData("20260301A", false, false, false, ErrorCodes.AlreadyApplied)]
    [InlineData("20260304A", true, false, false, ErrorCodes.NotApplied)]
    [InlineData("20260309A", false, false, false, ErrorCodes.UnknownVersion)]
    [InlineData("20260303A", false, false, false, ErrorCodes.RenamedFile)]
    [InlineData(null, false, false, true, ErrorCodes.RenamedFile)]
    [InlineData("20260304A", false, true, false, ErrorCodes.RenamedFile)]
    [InlineData("20261101ZA", false, false, false, ErrorCodes.CommandLineInvalid)]
    [InlineData(null, false, false, false, ErrorCodes.CommandLineInvalid)]
    [InlineData("20260304A", false, false, true, ErrorCodes.CommandLineInvalid)]
    [InlineData("20260304A", true, true, false, ErrorCodes.CommandLineInvalid)]
    public void Refuses_with_a_code(string? version, bool unapply, bool renamed, bool all, string code) => Assert.Equal(
        code, Assert.Throws<CairnException>(() => MarkPlanner.Mark(Standing, new MarkRequest(version, unapply, all, renamed))).Code);

    [Fact]
    public void Of_two_files_with_one_content_the_user_must_name_one()
    {
        var standing = Given.Standing("20260302A 20260303A", "20260301A", ("20260302A", "sum 20260301A"), ("20260303A", "sum 20260301A"));
        Assert.Equal(
            ErrorCodes.RenamedFile,
            Assert.Throws<CairnException>(() => MarkPlanner.Mark(standing, new MarkRequest(null, All: true, Renamed: true))).Code);
        Assert.Equal("Rename:20260303A<20260301A", Text(MarkPlanner.Mark(standing, new MarkRequest("20260303A", Renamed: true))));
    }
}
