using System.Text.RegularExpressions;
using Cairn.Runtime.Linting.Rules;
using Cairn.Tests.Tool.Docs;
using Xunit;

namespace Cairn.Tests.Linting;

/// <summary>docs/lint.md has every rule as the code has it. After a change: <c>CAIRN_DOCS=write</c> writes the generated part.</summary>
public sealed partial class LintPageTests
{
    private const string Start = "<!-- generated: rules -->\n";

    [Fact]
    public void The_rules_are_as_the_code_says()
    {
        var path = DocsFolder.File("lint.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        var expected = LintPage.Rules();
        if (DocsFolder.Writes)
        {
            File.WriteAllText(path, text[..from] + expected + text[to..]);
            return;
        }

        Assert.True(expected == text[from..to], "The rules of docs/lint.md are not what the code says; run this test with CAIRN_DOCS=write.");
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_says_what_a_reader_needs()
    {
        Assert.Equal(LintRules.All.Count, LintRules.All.Select(rule => rule.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(LintRules.All, rule =>
        {
            Assert.Matches(Code(), rule.Code);
            Assert.True(Enum.IsDefined(rule.Family), rule.Code);
            Assert.All([rule.Why, rule.Fix], text => Assert.True(text.Length > 10 && text.EndsWith('.'), $"{rule.Code}: {text}"));
            Assert.True(rule.IsFor(rule.Example.On), rule.Code);
            Assert.NotEqual(rule.Example.Bad, rule.Example.Good);
        });
    }

    [GeneratedRegex("^L[1-9][0-9][0-9]$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
