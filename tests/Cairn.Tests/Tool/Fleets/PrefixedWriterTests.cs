using System.Text;
using Cairn.Tool.Output.Fleets;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>Lines of several targets that run at once: each arrives in one piece, so nothing can get into it.</summary>
public sealed class PrefixedWriterTests
{
    [Fact]
    public void A_line_is_written_at_once_behind_the_name()
    {
        using var pieces = new Pieces();
        using (var lines = new PrefixedWriter(pieces, "acme"))
        {
            lines.Write('a');
            lines.Write("b");
            lines.WriteLine("c\r\nd");
            lines.WriteLine("");
            lines.Write("e\nf");
        }

        Assert.Equal(["acme | abc", "acme | d", "acme | ", "acme | e"], pieces.Written);
    }

    private sealed class Pieces : TextWriter
    {
        public List<string> Written { get; } = [];

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Written.Add("part: " + value);

        public override void Write(string? value) => Written.Add("part: " + value);

        public override void WriteLine(string? value) => Written.Add(value!);
    }
}
