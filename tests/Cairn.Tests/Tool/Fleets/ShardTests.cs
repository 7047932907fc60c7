using Cairn.Tool.Commands.Fleets;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>Which part of a fleet a target is in: for ever the same, by its name alone.</summary>
public sealed class ShardTests
{
    /// <summary>Worked out by another program; machines of different versions must agree.</summary>
    public static TheoryData<string, int, int> Known => new()
    {
        { "acme", 1, 1 },
        { "acme", 1, 2 },
        { "acme", 1, 3 },
        { "acme", 1, 16 },
        { "bolt", 1, 1 },
        { "bolt", 2, 2 },
        { "bolt", 1, 3 },
        { "bolt", 4, 16 },
        { "tenant-1", 1, 1 },
        { "tenant-1", 1, 2 },
        { "tenant-1", 3, 3 },
        { "tenant-1", 15, 16 },
        { "tenant-2", 1, 1 },
        { "tenant-2", 1, 2 },
        { "tenant-2", 3, 3 },
        { "tenant-2", 13, 16 },
        { "zürich", 1, 1 },
        { "zürich", 1, 2 },
        { "zürich", 3, 3 },
        { "zürich", 9, 16 },
        { "A", 1, 1 },
        { "A", 2, 2 },
        { "A", 1, 3 },
        { "A", 10, 16 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_name_is_in_the_part_that_it_was_always_in(string name, int part, int count)
    {
        Assert.True(new Shard(part, count).Has(name));
        Assert.Single(Enumerable.Range(1, count), other => new Shard(other, count).Has(name));
    }

    [Fact]
    public void Parts_are_of_about_the_same_size()
    {
        var names = Enumerable.Range(0, 1000).Select(number => $"tenant-{number}").ToList();
        Assert.All(Enumerable.Range(1, 4), part => Assert.InRange(names.Count(new Shard(part, 4).Has), 200, 300));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1/2/3")]
    [InlineData("-1/2")]
    [InlineData("a/b")]
    public void What_is_no_part_is_refused(string text) => Assert.Equal(ErrorCodes.CommandLineInvalid, Assert.Throws<CairnException>(() => Shard.Parse(text)).Code);

    [Fact]
    public void It_is_read_as_it_is_written() => Assert.Equal(new Shard(2, 3), Shard.Parse("2/3"));
}
