using System.Text.Json;

namespace Cairn.Engines.Tests.Tools;

/// <summary>What a run of the tool gave back.</summary>
public sealed record ToolResult(string CommandLine, int ExitCode, string Output, string Errors)
{
    /// <summary>Standard output as the one JSON document that <c>--json</c> promises.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                using var document = JsonDocument.Parse(Output);
                return document.RootElement.Clone();
            }
            catch (JsonException error)
            {
                throw new InvalidOperationException($"Standard output is no JSON document: {error.Message}\n{this}", error);
            }
        }
    }

    /// <summary>Fails, with everything that was printed, where the exit code is another.</summary>
    public ToolResult ShouldExit(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {ExitCode}, expected {code}.\n{this}");
        return this;
    }

    /// <summary>Fails where standard error lacks one of the words (in any letter case).</summary>
    public ToolResult ShouldComplainOf(params string[] words)
    {
        foreach (var word in words)
        {
            Assert.True(Errors.Contains(word, StringComparison.OrdinalIgnoreCase), $"Standard error lacks '{word}'.\n{this}");
        }

        return this;
    }

    /// <summary>An error in the one shape of cli.md: a code, and a fix; and no stack trace.</summary>
    public ToolResult ShouldBeAClearError()
    {
        Assert.Matches(@"error (CAIRN|CS)\d{4}", Errors);
        Assert.DoesNotContain("   at ", Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", Errors, StringComparison.OrdinalIgnoreCase);
        return this;
    }

    public override string ToString() => $"> {CommandLine}\n--- stdout\n{Output}\n--- stderr\n{Errors}\n--- exit {ExitCode}";
}
