using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Xunit;

namespace Cairn.Tests.Migrations.Namings;

public class CairnNamingTests
{
    private static readonly CairnNaming Naming = new();

    [Theory]
    [InlineData("20260301A-add-orders-tenant-id.csx", "20260301A", "add-orders-tenant-id")]
    [InlineData("20260301a-x.CSX", "20260301a", "x")]
    [InlineData("20260301AB-x.sql", "20260301AB", "x")]
    [InlineData("20240229A-leap.csx", "20240229A", "leap")]
    [InlineData("20000229A-leap.csx", "20000229A", "leap")]
    [InlineData("19000101A-oldest.csx", "19000101A", "oldest")]
    [InlineData("20260301A-v1.2-notes.csx", "20260301A", "v1.2-notes")]
    [InlineData("20260301A-größe.csx", "20260301A", "größe")]
    [InlineData("20261101ZA-ours.csx", "20261101ZA", "ours")]
    public void Reads_version_and_description(string file, string version, string description)
    {
        var result = Naming.Read(file);
        Assert.Equal((version, description, null), (result.Version?.Text, result.Description, result.Error));
    }

    [Theory]
    [InlineData("add-orders.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260301-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("2026030A-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("202603011A-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260301A1-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260301Ä-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("٢٠٢٦٠٣٠١A-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260301A_add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260301A.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260301A-.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("-add.csx", ErrorCodes.FileNameInvalid)]
    [InlineData("20260230A-add.csx", ErrorCodes.DateInvalid)]
    [InlineData("20261301A-add.csx", ErrorCodes.DateInvalid)]
    [InlineData("20250229A-add.csx", ErrorCodes.DateInvalid)]
    [InlineData("19000229A-add.csx", ErrorCodes.DateInvalid)]
    [InlineData("18991231A-add.csx", ErrorCodes.DateInvalid)]
    [InlineData("00000000A-add.csx", ErrorCodes.DateInvalid)]
    public void Refuses_what_does_not_fit(string file, string code)
    {
        var result = Naming.Read(file);
        Assert.Null(result.Version);
        Assert.Equal(code, result.Code);
        Assert.NotEmpty(result.Error!);
    }

    [Fact]
    public void Refuses_a_version_that_the_tracking_table_has_no_room_for() =>
        Assert.Equal(ErrorCodes.FileNameInvalid, Naming.Read("20260301" + new string('A', 248) + "-x.csx").Code);

    [Theory]
    [InlineData("", "20260301A")]
    [InlineData("20260301A", "20260301B")]
    [InlineData("20260301a 20260301C", "20260301D")]
    [InlineData("20260228Z 20260302B", "20260301A")]
    [InlineData("20260301Z", "20260301AA")]
    [InlineData("20260301Z 20260301AB", "20260301AC")]
    [InlineData("20260301AZ", "20260301BA")]
    [InlineData("20260301YZ", "20260301AAA")]
    [InlineData("20260301A 20260301ZA", "20260301B")]
    [InlineData("20260301AAZ", "20260301ABA")]
    [InlineData("20260301ZZZ", "20260301AAAA")]
    [InlineData("20260301120000", "20260301A")]
    public void Next_is_after_the_highest_of_the_day_and_never_reserved(string taken, string next) =>
        Assert.Equal(next, Naming.Next(new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(5)), [.. Versions(taken)]));

    [Fact]
    public void A_thousand_new_ones_stay_in_order_and_unreserved()
    {
        var made = new List<MigrationVersion>();
        for (var i = 0; i < 1000; i++)
        {
            made.Add(new MigrationVersion(Naming.Next(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), made)));
            Assert.False(CairnNaming.IsReserved(made[i]));
            Assert.True(i == 0 || Naming.Order.Compare(made[i - 1], made[i]) < 0);
        }
    }

    [Theory]
    [InlineData("20260301A 20260301B 20260301Z 20260301AA 20260301AB 20260301ZA 20260301AAA 20260302A 20261101ZA 20261102A")]
    [InlineData("20251231A 20260301a 20260301B 20260301c")]
    [InlineData("001 2022.05.10T00.00.00 20261101ZA 20261101120000 20261102A v1")]
    public void Orders_by_date_then_letters_as_columns_and_finds_a_place_for_other_forms(string ordered)
    {
        var versions = Versions(ordered).ToList();
        Assert.Equal(versions, versions.AsEnumerable().Reverse().Order(Naming.Order));
    }

    [Theory]
    [InlineData("20261101ZA", true)]
    [InlineData("20261101zz", true)]
    [InlineData("20261101Z", false)]
    [InlineData("20261101ZAA", false)]
    [InlineData("20261101AZ", false)]
    public void Two_letters_that_start_with_Z_are_reserved(string version, bool reserved) =>
        Assert.Equal(reserved, CairnNaming.IsReserved(new MigrationVersion(version)));

    private static IEnumerable<MigrationVersion> Versions(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new MigrationVersion(word));
}
