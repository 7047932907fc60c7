using Cairn.Runtime.Linting.Waivers;
using Xunit;

namespace Cairn.Tests.Linting;

/// <summary>Which statement a waiver counts for.</summary>
public sealed class WaiverTests
{
    private const string Script =
        """
        async Task Up(Db db)
        {
            // cairn:lint-ignore L101 nobody uses it
            // another comment
            await db.Schema.DropTable("a");
            await db.Schema.DropTable("b");
            await db.Schema.DropTable("c"); // cairn:lint-ignore L101: gone
            await db.Schema.AlterTable("d", table =>
            {
                table.Integer("x");
                // cairn:lint-ignore L102 empty
                table.DropColumn("y");
            });
            await db.Schema.DropTable("e");
        }
        """;

    [Theory]
    [InlineData("L101", 5, true)]
    [InlineData("L101", 6, false)]
    [InlineData("L101", 7, true)]
    [InlineData("L102", 8, true)]
    [InlineData("L102", 5, false)]
    [InlineData("L102", 14, false)]
    [InlineData("L101", 8, false)]
    [InlineData("L101", null, false)]
    public void In_a_script(string rule, int? line, bool expected)
    {
        var script = new WaivedScript(Script);
        Assert.Equal(expected, script.Waivers.Any(waiver => script.Covers(waiver, rule, line)));
    }

    [Theory]
    [InlineData("-- cairn:lint-ignore L107 all of them\ndelete from a;", 2, "L107", "all of them")]
    [InlineData("delete from a; -- cairn:lint-ignore l107, all of them", 1, "L107", "all of them")]
    [InlineData("-- cairn:lint-ignore-file L107 all of them\n\nselect 1;\ndelete from a;", 4, "L107", "all of them")]
    [InlineData("-- cairn:lint-ignore L107\ndelete from a;", 2, "L107", "")]
    public void In_SQL(string text, int line, string rule, string reason)
    {
        var script = new WaivedScript(text);
        var waiver = Assert.Single(script.Waivers);
        Assert.Equal((rule, reason), (waiver.Rule, waiver.Reason));
        Assert.True(script.Covers(waiver, rule, line));
    }

    [Fact]
    public void A_waiver_without_a_rule_is_one_all_the_same() =>
        Assert.Equal("", Assert.Single(new WaivedScript("// cairn:lint-ignore because I say so").Waivers).Rule);
}
