using Cairn.Runtime.Adoptions.Matches;
using Cairn.Runtime.Adoptions.Systems;
using Xunit;

namespace Cairn.Tests.Adoptions;

/// <summary>One version, one description, in the spellings of all tools and namings.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("20240101120000", "20240101120000")]
    [InlineData("2024.01.01T12.00.00", "20240101120000")]
    [InlineData("202401011200", "20240101120000")]
    [InlineData("20240101", "20240101")]
    [InlineData("20240101A", "20240101a")]
    [InlineData("2024.01.01", "20240101")]
    [InlineData("1", "1")]
    [InlineData("001", "1")]
    [InlineData("V1.2.0", "1.2")]
    [InlineData("1_2", "1.2")]
    [InlineData("12", "12")]
    [InlineData("1.20", "1.20")]
    [InlineData("0", "0")]
    [InlineData("2024.1.5", "2024.1.5")]
    [InlineData("beta-1", "beta-1")]
    public void A_version(string version, string form) => Assert.Equal(form, VersionForm.Of(version));

    [Theory]
    [InlineData("20240101120000", "20240101")]
    [InlineData("20240101A", "20240101")]
    [InlineData("2024.01.01T12.00.00", "20240101")]
    [InlineData("1704110400", null)]
    [InlineData("20241301", null)]
    [InlineData("1.2", null)]
    public void A_day(string version, string? day) => Assert.Equal(day, VersionForm.DayOf(version));

    [Theory]
    [InlineData("1.2", "1.10", -1)]
    [InlineData("1.0", "1", 0)]
    [InlineData("2", "1.9.9", 1)]
    [InlineData("20240101A", "1", null)]
    [InlineData("1", "2024.01.01T12.00.00", null)]
    public void Which_is_higher(string x, string y, int? expected) => Assert.Equal(expected, VersionForm.Compare(x, y) is { } order ? Math.Sign(order) : null);

    [Theory]
    [InlineData("add_orders")]
    [InlineData("AddOrders")]
    [InlineData("Add Orders")]
    [InlineData("add-orders")]
    public void A_description(string name) => Assert.Equal("addorders", NameForm.Of(name));

    [Theory]
    [InlineData("20240101120000_create_users.js", "20240101120000", "create_users")]
    [InlineData("20240101120000_create_users.min.mjs", "20240101120000", "create_users.min")]
    [InlineData("20240101120000_CreateUsers", "20240101120000", "CreateUsers")]
    [InlineData("2024.01.01T12.00.00.create-users.js", "2024.01.01T12.00.00", "create-users")]
    [InlineData("Migration20240101120000", "20240101120000", null)]
    [InlineData("Migration20240215093000_add_orders.ts", "20240215093000", "add_orders")]
    [InlineData("001_first.js", "001", "first")]
    [InlineData("create-users.js", null, "create-users")]
    [InlineData("20240101A-create-users.js", "20240101A", "create-users")]
    public void A_written_name(string text, string? version, string? name) => Assert.Equal(new OtherRow(text, version, name, null), WrittenName.Read(text, null));
}
