using Cairn.Schema.Inspection;
using Xunit;

namespace Cairn.Tests.Migrations;

/// <summary>Moments in the tracking table, as Cairn and other tools write them into SQLite.</summary>
public sealed class MomentTextTests
{
    [Theory]
    [InlineData("2026-03-01 10:20:30", "2026-03-01T10:20:30.0000000")]
    [InlineData("2026-03-01 10:20:30.5", "2026-03-01T10:20:30.5000000")]
    [InlineData("2026-03-01 10:20:30.123", "2026-03-01T10:20:30.1230000")]
    [InlineData("2024-02-29 23:59:59.1234567", "2024-02-29T23:59:59.1234567")]
    [InlineData("2026-03-01T10:20:30Z", "2026-03-01T10:20:30.0000000")]
    [InlineData("2026-03-01 12:20:30+02:00", "2026-03-01T10:20:30.0000000")]
    [InlineData("2026-03-01", "2026-03-01T00:00:00.0000000")]
    public void A_moment_is_read(string text, string expected) =>
        Assert.Equal(expected, Row(text)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-02-29 10:20:30")]
    [InlineData("2026-13-01 10:20:30")]
    [InlineData("2026-03-01 24:20:30")]
    [InlineData("2026-03-01 1x:20:30")]
    [InlineData("0000-03-01 10:20:30")]
    public void What_is_none_is_none(string text) => Assert.Null(Row(text));

    private static DateTimeOffset? Row(string text) => new CatalogueRow(new Dictionary<string, object?> { ["at"] = text }).Moment("at");
}
