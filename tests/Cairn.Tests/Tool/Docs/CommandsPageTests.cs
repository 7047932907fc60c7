using Cairn.Tool.Commands;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;
using Xunit;

namespace Cairn.Tests.Tool.Docs;

/// <summary>docs/commands.md is in step with the code. After a change: <c>CAIRN_DOCS=write</c> writes the generated parts.</summary>
public sealed class CommandsPageTests
{
    private static readonly string Path = DocsFolder.File("commands.md");

    public static TheoryData<string> Parts => [.. CommandsPage.Parts.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_generated_part_is_as_the_code_says(string part)
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var start = $"<!-- generated: {part} -->\n";
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(from >= start.Length, $"docs/commands.md has no part '{part}'.");
        var to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        var expected = CommandsPage.Parts[part]();
        if (DocsFolder.Writes)
        {
            File.WriteAllText(Path, text[..from] + expected + text[to..]);
            return;
        }

        Assert.True(expected == text[from..to], $"The part '{part}' of docs/commands.md is not what the code says; run this test with CAIRN_DOCS=write.\n{expected}");
    }

    [Fact]
    public void Every_command_and_its_other_names_are_there()
    {
        var text = File.ReadAllText(Path);
        Assert.All(CommandList.All.SelectMany(command => command.Names), name => Assert.Contains("`" + name, text, StringComparison.Ordinal));
        Assert.All(SettingDefinitions.All, setting => Assert.Contains("`" + (setting.InFile ? setting.Key : setting.LongOption!), text.Replace("|", "`", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_exit_code_is_there()
    {
        var text = File.ReadAllText(Path);
        Assert.All(ExitCodes.All.Values.Append(0).Distinct(), code => Assert.Contains($"\n| {code} | ", text, StringComparison.Ordinal));
    }
}
