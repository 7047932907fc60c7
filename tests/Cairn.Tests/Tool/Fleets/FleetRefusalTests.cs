using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Commands;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>What does not go together with <c>--targets</c>, or with a report: refused before any database is touched.</summary>
public sealed class FleetRefusalTests : IDisposable
{
    private readonly CalledTool _tool = new();

    public FleetRefusalTests() => _tool
        .Write("tenants.txt", "acme = sqlite:acme.db\nbolt = sqlite:bolt.db\ncoca = sqlite:coca.db\n")
        .Write("extensions/migrations/20260301A-first.sql", "-- up\ncreate table a (b text);\n-- down\ndrop table a;\n");

    public static TheoryData<string> Others => [.. CommandList.All.Where(command => !command.TakesTargets && command.UsesSettings).Select(command => command.Name)];

    public static TheoryData<string, string> Refused => new()
    {
        { "migrate:latest --targets tenants.txt --connection sqlite:x.db", "option --connection" },
        { "migrate:latest --targets tenants.txt --client sqlite", "option --client" },
        { "migrate:latest --parallel 2", "--parallel goes with --targets" },
        { "migrate:latest --canaries-only", "--canaries-only goes with --targets" },
        { "migrate:latest --targets tenants.txt --parallel 0", "--parallel is '0'" },
        { "migrate:latest --targets tenants.txt --max-failures x", "--max-failures is 'x'" },
        { "migrate:latest --targets tenants.txt --shard 1/2 --canary acme", "--canary and --shard" },
        { "migrate:latest --targets tenants.txt --report a --continue a", "--report and --continue" },
        { "migrate:latest --targets tenants.txt --canaries-only", "there is no canary" },
        { "migrate:latest --targets tenants.txt --only acne", "Did you mean 'acme'?" },
        { "migrate:latest --targets tenants.txt --resume done", "--resume is about one database" },
        { "migrate:down --targets tenants.txt", "--to is needed" },
        { "migrate:down --targets tenants.txt --steps 2", "--to is needed" },
        { "migrate:down --targets tenants.txt 20260301A", "--to is needed" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Commands_for_one_database_refuse_it_and_name_those_that_do_not(string command)
    {
        var result = await _tool.RunAsync(command, "--targets", "tenants.txt");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{command} works on one database, and takes no --targets.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("migrate:latest", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_go_together_is_refused_before_anything_runs(string command, string words)
    {
        var result = await _tool.RunAsync(command.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN7009", result.Errors, StringComparison.Ordinal);
        Assert.Contains(words, result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_tool.Folder, "*.db"));
    }

    [Theory]
    [InlineData("CAIRN_CONNECTION", 2)]
    [InlineData("DATABASE_URL", 0)]
    public async Task A_database_in_Cairns_own_variable_is_refused_and_the_applications_is_not(string variable, int code)
    {
        _tool.With(variable, "sqlite:other.db");
        Assert.Equal(code, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_tool.Folder, "other.db")));
    }

    [Fact]
    public async Task A_report_that_cannot_be_gone_on_with_is_refused()
    {
        _tool.Write("other.jsonl", "{\"command\":\"x\"}\n");
        Assert.Contains("is not there", (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--continue", "no.jsonl")).Errors, StringComparison.Ordinal);
        Assert.Contains("no report of a run", (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--continue", "other.jsonl")).Errors, StringComparison.Ordinal);
        Assert.Contains("CAIRN7013", (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--report", "no/where.jsonl")).Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_tool.Folder, "*.db"));
    }

    [Fact]
    public async Task A_report_of_something_else_is_refused()
    {
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--report", "r.jsonl")).ExitCode);
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--continue", "r.jsonl")).ExitCode);
        Assert.Contains("of another command", (await _tool.RunAsync("migrate:latest", "--phase", "after", "--targets", "tenants.txt", "--continue", "r.jsonl")).Errors, StringComparison.Ordinal);
        _tool.Write("extensions/migrations/20260302A-second.sql", "-- up\n-- down\n");
        Assert.Contains("migrations were added", (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--continue", "r.jsonl")).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
