using System.Text;
using Cairn.Runtime.Execution.Stamps;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Stamps;

public sealed class StampTests
{
    private static readonly AppliedText Rows = AppliedText.Of([Row("20260301A", "One"), Row("20260302A", "Zwei für Ö")])!;

    [Fact]
    public void A_stamp_gives_back_its_rows()
    {
        var stamp = new Stamp("settings\nfolder\n");
        var rows = stamp.RowsIn(stamp.With(Rows));
        Assert.NotNull(rows);
        Assert.Equal(2, rows.Count);
        Assert.True(rows.Is("20260301A\n20260302A"u8.ToArray(), "One\nZwei für Ö"u8.ToArray()));
    }

    [Theory]
    [InlineData("20260301A\n20260302B", "One\nZwei für Ö")]
    [InlineData("20260301A\n20260302A", "One\nZwei fur Ö")]
    [InlineData("20260302A\n20260301A", "One\nZwei für Ö")]
    [InlineData("20260301A\n20260302A\n20260303A", "One\nZwei für Ö\n")]
    [InlineData("20260301A", "One")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Other_rows_are_not_they(string? versions, string? names) =>
        Assert.False(Rows.Is(versions is null ? null : Encoding.UTF8.GetBytes(versions), names is null ? null : Encoding.UTF8.GetBytes(names)));

    [Theory]
    [InlineData("settings\nfolder")]
    [InlineData("settings\nfolder\nmore")]
    [InlineData("settings\nfolder\n20260301A")]
    [InlineData("Settings\nfolder\n")]
    [InlineData("")]
    public void Of_other_settings_it_says_nothing(string known) => Assert.Null(new Stamp(known).RowsIn(new Stamp("settings\nfolder\n").With(Rows)));

    [Fact]
    public void What_was_cut_off_or_is_none_says_nothing_wrong()
    {
        var stamp = new Stamp("settings");
        var whole = stamp.With(Rows);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.False(stamp.RowsIn(whole[..length])?.Is("20260301A\n20260302A"u8.ToArray(), "One\nZwei für Ö"u8.ToArray()) ?? false, $"{length} bytes of it are taken for all");
        }

        Assert.Null(stamp.RowsIn(null));
        Assert.Null(stamp.RowsIn(new byte[whole.Length]));
    }

    [Theory]
    [InlineData("20260301A\n20260302A", "One")]
    [InlineData("20260301A", "One\nTwo")]
    [InlineData("20260301A\u001f", "One")]
    [InlineData("20260301A", "\u001fOne")]
    public void Rows_that_could_be_taken_for_others_are_not_kept(string version, string name) => Assert.Null(AppliedText.Of([Row("20260228A", "Before"), Row(version, name)]));

    private static AppliedMigration Row(string version, string name) => new(new MigrationVersion(version), name, DateTimeOffset.UnixEpoch);
}
