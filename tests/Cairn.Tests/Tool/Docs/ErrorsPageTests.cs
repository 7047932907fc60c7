using System.Text.RegularExpressions;
using Cairn.Tests.Tool.Output;
using Cairn.Tool.Output;
using Xunit;

namespace Cairn.Tests.Tool.Docs;

/// <summary>docs/errors.md has an entry for each code, and each entry says what a reader needs.</summary>
public sealed partial class ErrorsPageTests
{
    private static readonly string Text = File.ReadAllText(DocsFolder.File("errors.md")).ReplaceLineEndings("\n");

    public static TheoryData<string, string> Codes => [.. ExitCodeTests.Codes.Select(code => new TheoryDataRow<string, string>(code.Key, code.Value))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_has_an_entry_with_cause_state_and_fix(string name, string code)
    {
        var entry = Entry(code);
        Assert.True(entry is not null, $"docs/errors.md has no entry '### {code}' ({name}).");
        Assert.All(["**Why:** ", "**Database:** ", "**Fix:** "], part => Assert.Contains(part, entry, StringComparison.Ordinal));
        Assert.Contains($"**Exit code:** {ExitCodes.All[code]}\n", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void No_entry_is_of_a_code_that_is_gone() =>
        Assert.Equal(ExitCodeTests.Codes.Values.Order(StringComparer.Ordinal), Headings().Matches(Text).Select(match => match.Groups[1].Value));

    private static string? Entry(string code)
    {
        var start = Text.IndexOf($"\n### {code}: ", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = Text.IndexOf("\n##", start + 4, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    [GeneratedRegex(@"^### (CAIRN\d{4}): ", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headings();
}
