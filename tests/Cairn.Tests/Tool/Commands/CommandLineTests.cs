using Cairn.Tests.Tool.Calls;
using Cairn.Tool;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands;
using Xunit;

namespace Cairn.Tests.Tool.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly CalledTool _tool = new();

    public static TheoryData<string> Commands => [.. CommandList.All.SelectMany(command => command.Names)];

    [Theory]
    [InlineData("Did you mean 'migrate:latest'?", "migrate:lates")]
    [InlineData("Did you mean 'migrate:latest'?", "database", "migrate:lates")]
    [InlineData("Did you mean '--table'?", "config", "--tabel", "x")]
    [InlineData("'extra'", "migrate:latest", "extra")]
    [InlineData("'extra'", "migrate:up", "20260301A", "extra")]
    [InlineData("'extra'", "migrate:make", "name", "extra")]
    [InlineData("'extra'", "init", "extra")]
    [InlineData("'--unknown'", "config", "--unknown")]
    [InlineData("'--connection'", "init", "--connection", "sqlite:x.db")]
    [InlineData("--table", "config", "--table")]
    [InlineData("--table", "config", "--table", "a", "--table", "b")]
    [InlineData("no command", new string[0])]
    [InlineData("no command", "database")]
    [InlineData("whole number", "migrate:up", "--steps", "0")]
    [InlineData("whole number", "migrate:redo", "--steps", "two")]
    [InlineData("do not go together", "migrate:up", "20260301A", "--steps", "2")]
    [InlineData("do not go together", "migrate:down", "20260301A", "--to", "20260301A")]
    [InlineData("do not go together", "migrate:down", "--steps", "2", "--to", "20260301A")]
    [InlineData("do not go together", "migrate:list", "--pending", "--applied")]
    [InlineData("do not go together", "migrate:mark", "20260301A", "--all")]
    [InlineData("do not go together", "migrate:mark", "20260301A", "--unapply", "--renamed")]
    [InlineData("which version", "migrate:mark")]
    [InlineData("--dry-run", "migrate:latest", "--sql")]
    [InlineData("--down", "migrate:plan", "--force")]
    [InlineData("--down", "migrate:plan", "20260301A")]
    [InlineData("name", "migrate:make")]
    [InlineData("name", "migrate:make", "...")]
    [InlineData("Did you mean 'class'?", "migrate:make", "x", "--template", "clas")]
    public async Task A_wrong_command_line_ends_with_2_and_says_why(string expected, params string[] arguments)
    {
        var result = await _tool.RunAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("error CAIRN7009: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);

        var json = await _tool.RunAsync([.. arguments, "--json"]);
        Assert.Equal("CAIRN7009", json.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(2, json.Json.GetProperty("exitCode").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_also_after_database(string command)
    {
        foreach (var arguments in new string[][] { [command, "--help"], ["database", command, "-h"], [command, "-?"] })
        {
            var result = await _tool.RunAsync(arguments);
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("Usage: dotnet cairn", result.Output, StringComparison.Ordinal);
            Assert.Contains(CommandList.All.Single(known => known.Names.Contains(command)).Description, result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        var result = await _tool.RunAsync("--help");
        Assert.Equal(0, result.ExitCode);
        Assert.All(CommandList.All, command => Assert.Contains("  " + command.Name + " ", result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("migrate:status", "migrate:list")]
    [InlineData("database install", "database:install")]
    [InlineData("database database:install", "database:install")]
    [InlineData("database migrate:latest", "migrate:latest")]
    [InlineData("database migrate:status", "migrate:list")]
    [InlineData("migrate:list --json", "migrate:list")]
    [InlineData("--json migrate:list", "migrate:list")]
    public void A_command_answers_to_its_other_names(string typed, string command)
    {
        var line = CommandLine.Parse(typed.Split(' '));
        Assert.Equal(command, line.Command);
        Assert.NotNull(line.Body);
        Assert.Equal(typed.Contains("--json", StringComparison.Ordinal), line.Flags.Json);
    }

    [Fact]
    public void Install_alone_is_no_command() => Assert.Throws<CairnException>(() => CommandLine.Parse(["install"]));

    [Theory]
    [InlineData("--version")]
    [InlineData("migrate:latest", "--version")]
    public async Task The_version_is_printed_alone(params string[] arguments)
    {
        Assert.Equal(ToolHost.Version + "\n", (await _tool.RunAsync(arguments)).Output);
        Assert.Equal(ToolHost.Version, (await _tool.RunAsync([.. arguments, "--json"])).Json.GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_cancelled_call_ends_with_130()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandRunner.RunAsync(_tool.Host(output, errors, "migrate:latest"), new CancellationToken(canceled: true));
        Assert.Equal(130, code);
        Assert.Contains("CAIRN3009", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
