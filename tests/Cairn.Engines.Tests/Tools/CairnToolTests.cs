namespace Cairn.Engines.Tests.Tools;

/// <summary>The runner itself.</summary>
public sealed class CairnToolTests
{
    [Fact]
    public async Task The_built_tool_lies_beside_the_tests_and_runs()
    {
        Assert.True(File.Exists(CairnTool.Path), CairnTool.Path);
        using var workspace = Workspace.For();
        var result = (await workspace.RunAsync("--version")).ShouldExit(0);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    [Fact]
    public void Output_that_is_no_json_shows_what_was_printed()
    {
        var result = new ToolResult("dotnet-cairn config", 0, "not json", "why");
        var error = Assert.Throws<InvalidOperationException>(() => result.Json);
        Assert.Contains("not json", error.Message, StringComparison.Ordinal);
        Assert.Contains("why", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_trace_is_no_clear_error()
    {
        var result = new ToolResult("dotnet-cairn x", 1, "", "error CAIRN3001: no\n   at Cairn.Program.Main()\n");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(result.ShouldBeAClearError);
    }

    [Fact]
    public void A_workspace_removes_itself()
    {
        string folder;
        using (var workspace = Workspace.For())
        {
            folder = workspace.Folder;
            Assert.True(Directory.Exists(workspace.Migrations));
        }

        Assert.False(Directory.Exists(folder));
    }
}
