using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class StatusBuilderTests
{
    private static string Text(Standing standing) => string.Join(' ', StatusBuilder.Build(standing)
        .Select(line => $"{line.Version}:{line.State}{(line.OutOfOrder ? "!" : "")}{(line.RenamedFrom is null ? "" : "<" + line.RenamedFrom)}"));

    [Theory]
    [InlineData("", "", "")]
    [InlineData("20260301A 20260302A", "20260301A", "20260301A:Applied 20260302A:Pending")]
    [InlineData("20260301A 20260303A", "20260301A 20260302A", "20260301A:Applied 20260302A:Missing 20260303A:Pending")]
    [InlineData("20260301A 20260302A", "20260302A", "20260301A:Pending! 20260302A:Applied")]
    [InlineData("20261101ZA 20261201A 20250101A", "20261201A", "20250101A:Pending! 20261101ZA:Pending 20261201A:Applied")]
    public void Shows_every_migration_in_order(string set, string history, string expected) =>
        Assert.Equal(expected, Text(Given.Standing(set, history)));

    [Fact]
    public void Shows_changed_and_renamed_by_checksum() => Assert.Equal(
        "20260301A:Changed 20260302A:Missing 20260303A:Renamed<20260302A 20260304A:Pending",
        Text(Given.Standing(
            "20260301A 20260303A 20260304A", "20260301A 20260302A",
            ("20260301A", "other"), ("20260303A", "sum 20260302A"), ("20260304A", "sum 20260301A"))));

    [Fact]
    public void Carries_what_the_history_knows()
    {
        var row = Given.Row("20260302A@7", 1) with { Duration = TimeSpan.FromMilliseconds(12), Source = MigrationSourceKind.Host };
        var line = Assert.Single(StatusBuilder.Build(new Standing(Given.Set(""), new HistoryState([row]))));
        Assert.Equal(
            ("Name 20260302A", MigrationSourceKind.Host, null, Given.Noon, TimeSpan.FromMilliseconds(12), 7L),
            (line.Name, line.Source, line.Path, line.AppliedAt!.Value, line.Duration!.Value, line.Batch!.Value));
    }

    [Fact]
    public void Several_files_with_a_missing_ones_content_all_count_as_renamed() => Assert.Equal(
        "20260301A:Missing 20260302A:Renamed<20260301A 20260303A:Renamed<20260301A",
        Text(Given.Standing("20260302A 20260303A", "20260301A", ("20260302A", "sum 20260301A"), ("20260303A", "sum 20260301A"))));
}
