using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Planning;

public class AppliedOrderTests
{
    [Theory]
    // version,seconds,sequence: newest timestamp, then highest version, where there is no sequence.
    [InlineData("A,1, B,2, C,3,", "A B C")]
    [InlineData("C,1, B,2, A,3,", "C B A")]
    [InlineData("Z,1, B,1, AA,1,", "B Z AA")]
    // The sequence wins over a clock that ran backwards.
    [InlineData("A,9,1 B,1,2", "A B")]
    // Rows of another tool are merged by time.
    [InlineData("A,1, B,2,1 C,3,", "A B C")]
    [InlineData("C,5, A,9,1 B,1,2", "C A B")]
    [InlineData("C,9, A,9,1 B,1,2", "C A B")]
    [InlineData("C,10, A,9,1 B,1,2", "A B C")]
    public void Goes_by_the_log_then_by_time_then_by_version(string rows, string expected)
    {
        var applied = rows.Split(' ').Select(row => row.Split(',')).Select(row =>
            new AppliedMigration(new MigrationVersion("20260301" + row[0]), row[0], Given.Noon.AddSeconds(int.Parse(row[1])))
            {
                Sequence = row[2].Length > 0 ? int.Parse(row[2]) : null,
            });
        var order = AppliedOrder.OldestFirst([.. applied.Reverse()], MigrationNamings.Default.Order);
        Assert.Equal(expected, string.Join(' ', order.Select(row => row.Name)));
    }

    [Fact]
    public void One_version_in_two_spellings_is_not_guessed_at()
    {
        var error = Assert.Throws<CairnException>(() => Given.History("20260301A 20260301a"));
        Assert.Equal(ErrorCodes.TrackingTableShape, error.Code);
    }
}
