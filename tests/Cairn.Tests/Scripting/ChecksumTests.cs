using Cairn.Scripting.Sources;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>What counts as the same script: an editor's and a checkout's doings do not make it another.</summary>
public sealed class ChecksumTests
{
    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("\uFEFFa\nb")]
    [InlineData("a  \nb\t\n\n \n")]
    [InlineData("a\u2028b")]
    public void Endings_blanks_and_marks_do_not_count(string text) => Assert.Equal(Checksums.Of("a\nb", []), Checksums.Of(text, []));

    [Theory]
    [InlineData("a\n\nb")]
    [InlineData(" a\nb")]
    [InlineData("a\nB")]
    public void Everything_else_does(string text) => Assert.NotEqual(Checksums.Of("a\nb", []), Checksums.Of(text, []));

    [Fact]
    public void What_is_loaded_counts_with_its_path()
    {
        var one = Checksums.Of("a", [("x.csx", "b\r\n")]);
        Assert.Equal(one, Checksums.Of("a\n", [("x.csx", "b")]));
        Assert.Equal(3, new[] { one, Checksums.Of("a", [("y.csx", "b")]), Checksums.Of("a", []) }.Distinct().Count());
    }

    [Fact]
    public void The_short_way_gives_what_the_long_one_does()
    {
        const string Letters = "ab \t\n\r\f\u0085\u2028\uFEFF\n \n";
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ', '\t', '\r'));
            Assert.Equal(string.Join('\n', lines).TrimEnd('\n'), Checksums.Normalise(text));
        }
    }
}
