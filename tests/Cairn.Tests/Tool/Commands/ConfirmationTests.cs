using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool.Commands;

/// <summary>Commands that lose data ask first. The folder that they would read is missing: an answer that lets them go on is told from one that does not by the next error.</summary>
public sealed class ConfirmationTests : IDisposable
{
    private const string WentOn = "CAIRN1008";
    private readonly CalledTool _tool = new();

    public static TheoryData<string> Always => ["migrate:reset", "migrate:rollback --all"];

    public static TheoryData<string> Protected => ["migrate:down", "migrate:down 20260301A", "migrate:rollback", "migrate:redo"];

    [Theory]
    [MemberData(nameof(Always))]
    [MemberData(nameof(Protected))]
    public async Task Without_a_terminal_it_is_refused_and_yes_is_named(string command)
    {
        Protect();
        var result = await _tool.RunAsync(command.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN7008", result.Errors, StringComparison.Ordinal);
        Assert.Contains("--yes", result.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing was run", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y")]
    [InlineData(" YES ")]
    public async Task On_a_terminal_yes_goes_on(string typed)
    {
        _tool.Typed = typed + "\n";
        var result = await _tool.RunAsync("migrate:reset");
        Assert.Contains("Go on? [y/N]", result.Errors, StringComparison.Ordinal);
        Assert.Contains("sqlite:cairn.db", result.Errors, StringComparison.Ordinal);
        Assert.Contains(WentOn, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n\n")]
    [InlineData("\n")]
    [InlineData("")]
    [InlineData("yesterday\n")]
    public async Task On_a_terminal_anything_else_ends_it(string typed)
    {
        _tool.Typed = typed;
        var result = await _tool.RunAsync("migrate:reset");
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("nothing was run", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate:reset -y")]
    [InlineData("migrate:rollback --all --yes")]
    [InlineData("migrate:down -y")]
    [InlineData("migrate:reset --dry-run")]
    [InlineData("migrate:rollback --all --dry-run --sql")]
    [InlineData("migrate:plan --down")]
    [InlineData("migrate:latest")]
    public async Task Yes_and_dry_runs_are_not_asked(string command)
    {
        Protect();
        Assert.Contains(WentOn, (await _tool.RunAsync(command.Split(' '))).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Where_nothing_is_protected_going_down_is_not_asked(string command)
    {
        _tool.Write("cairn.json", """{ "environments": { "live": { "protected": true } } }""");
        Assert.Contains(WentOn, (await _tool.RunAsync(command.Split(' '))).Errors, StringComparison.Ordinal);
        Assert.Contains("CAIRN7008", (await _tool.RunAsync([.. command.Split(' '), "--env", "live"])).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private void Protect() => _tool.Write("cairn.json", """{ "protected": true }""");
}
