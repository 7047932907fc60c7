using Cairn.Runtime.Drills.Scratch;
using Xunit;

namespace Cairn.Tests.Drills;

/// <summary>By name and mark together a copy is known; neither is taken for one where it is not.</summary>
public sealed class ScratchNameTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("shop", "shop")]
    [InlineData("My Shop-Ünïx", "myshopnx")]
    [InlineData("", "database")]
    [InlineData("a_name_that_is_much_longer_than_any_of_ours", "a_name_that_is_much_long")]
    public void A_name_is_read_as_it_was_written_and_fits_every_server(string source, string shortened)
    {
        var name = ScratchName.New(source, At);
        Assert.StartsWith($"cairn_drill_{shortened}_20261120t093000_", name.ToString(), StringComparison.Ordinal);
        Assert.Equal(name, ScratchName.Read(name.ToString()));
        Assert.InRange(name.ToString().Length, 1, 63);
        Assert.NotEqual(name, ScratchName.New(source, At));
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("cairn_drill_shop")]
    [InlineData("cairn_drill_shop_20261120t093000_5f0a3c1")]
    [InlineData("cairn_drill_shop_20261320t093000_5f0a3c1d")]
    [InlineData("cairn_drill_shop_20261120t093000_5f0a3c1d2")]
    [InlineData("x_cairn_drill_shop_20261120t093000_5f0a3c1d")]
    public void Any_other_name_is_none(string name) => Assert.Null(ScratchName.Read(name));

    [Fact]
    public void A_mark_is_read_as_it_was_written_and_another_text_is_none()
    {
        var mark = ScratchMark.New();
        var read = ScratchMark.Read(mark.ToString());
        Assert.Equal(mark.Token, read?.Token);
        Assert.Equal(mark.Process, read?.Process);
        Assert.Null(ScratchMark.Read(null));
        Assert.Null(ScratchMark.Read("cairn drill scratch copy; "));
        Assert.Null(ScratchMark.Read("the shop's database"));
    }

    [Fact]
    public void Only_what_nobody_uses_and_whose_process_is_gone_or_unknown_and_old_is_left_behind()
    {
        var ours = ScratchMark.New();
        Assert.False(ours.IsLeftBehind(used: false, ours.At.AddDays(1)));
        var others = ours with { Process = "another machine 1 1" };
        Assert.False(others.IsLeftBehind(used: false, others.At.AddMinutes(59)));
        Assert.True(others.IsLeftBehind(used: false, others.At.AddMinutes(61)));
        Assert.False(others.IsLeftBehind(used: true, others.At.AddDays(1)));
    }
}
