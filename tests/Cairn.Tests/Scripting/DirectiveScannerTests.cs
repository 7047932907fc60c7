using Cairn.Runtime;
using Cairn.Scripting.Sources;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>What is done by hand, so that a start need not compile .NET's own way, gives what that way does.</summary>
public sealed class DirectiveScannerTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Lines_end_as_the_compiler_has_them_end(string end)
    {
        var text = string.Join(end, "// first", "/* a", "comment */ #load \"a.csx\"", "", "  #r \"b.dll\"", "var code = 1;", "#load \"late.csx\"");
        Assert.Equal(
            [new ScriptDirective(DirectiveKind.Load, "a.csx", 3, 12), new ScriptDirective(DirectiveKind.Reference, "b.dll", 5, 3)],
            DirectiveScanner.Scan(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("// only a comment")]
    [InlineData("/* that does not end")]
    public void A_text_without_code_has_none(string text) => Assert.Empty(DirectiveScanner.Scan(text));

    [Fact]
    public void Hex_is_as_NET_writes_it()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        Assert.Equal(Convert.ToHexStringLower(bytes), HexText.Of(bytes));
        Assert.Equal("", HexText.Of([]));
    }
}
