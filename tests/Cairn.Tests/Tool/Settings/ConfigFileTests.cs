using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Settings.Files;
using Xunit;

namespace Cairn.Tests.Tool.Settings;

public sealed class ConfigFileTests : IDisposable
{
    private readonly CalledTool _tool = new();

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "{\n  \"tabel\": \"x\"\n}", "cairn.json(2,3): error CAIRN7001", "Did you mean 'table'?" },
        { "{ \"environments\": {\n \"live\": { \"conection\": \"x\" } } }", "cairn.json(2,12): error CAIRN7001", "Did you mean 'connection'?" },
        { "{ \"environments\": { \"live\": { \"environment\": \"x\" } } }", "CAIRN7001", "Known: connection" },
        { "{\n\n  \"table\": 5 }", "cairn.json(3,12): error CAIRN7002", "table must be a text" },
        { "{ \"protected\": \"yes\" }", "CAIRN7002", "true or false" },
        { "{ \"extensions\": [] }", "CAIRN7002", "a text or a list of texts" },
        { "{ \"variables\": { \"A\": 1 } }", "CAIRN7002", "an object whose values are texts" },
        { "{ \"environments\": { \"live\": \"x\" } }", "CAIRN7002", "live must be an object" },
        { "{\n  \"naming\": \"nex\" }", "cairn.json(2,13): error CAIRN7002", "Did you mean 'knex'?" },
        { "{ \"outOfOrder\": \"never\" }", "CAIRN7002", "Known: allow, warn, refuse" },
        { "{ \"changed\": \"allow\" }", "CAIRN7002", "Known: warn, refuse" },
        { "{ \"lockTimeout\": \"5 parsecs\" }", "CAIRN7002", "500ms, 30s, 5m, 1h" },
        { "{ \"table\": \"\" }", "CAIRN7002", "empty" },
        { "{\n  \"table\": \"a\",\n  \"table\": \"b\" }", "cairn.json(3,3): error CAIRN7011", "twice" },
        { "{\n  \"table\": \n}", "cairn.json(3,1): error CAIRN7011", "no JSON" },
        { "[]", "CAIRN7011", "one object" },
        { "", "CAIRN7011", "no JSON" },
        { "{\n \"table\": \"${NOT_SET}\" }", "cairn.json(2,11): error CAIRN7010", "NOT_SET" },
        { "{ \"table\": \"${NOT_CLOSED\" }", "CAIRN7002", "not closed" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_told_with_its_place_and_a_way_out(string text, string place, string hint)
    {
        var result = await _tool.Write("cairn.json", text).RunAsync("config");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(place, result.Errors, StringComparison.Ordinal);
        Assert.Contains(hint, result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix:", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task All_wrong_keys_are_told_at_once()
    {
        var result = await _tool.Write("cairn.json", "{ \"one\": 1, \"two\": 2, \"table\": 3 }").RunAsync("config");
        Assert.All(["'one'", "'two'", "table must be"], word => Assert.Contains(word, result.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comments_trailing_commas_a_mark_at_the_start_and_a_schema_are_fine()
    {
        _tool.Write("cairn.json", "\ufeff// mine\n{ \"$schema\": \"x\", /* here */ \"table\": \"t\", }\n// end\n");
        Assert.Equal("t", (await _tool.ConfigAsync())["table"].Value);
    }

    [Fact]
    public async Task Variables_are_put_into_values_and_two_dollars_keep_the_text()
    {
        _tool.With("A", "1").With("EMPTY", "").Write("cairn.json", """{ "table": "t_${A}${EMPTY}_$${A}$" }""");
        Assert.Equal("t_1_${A}$", (await _tool.ConfigAsync())["table"].Value);
    }

    [Fact]
    public async Task A_variable_that_is_not_needed_may_be_missing()
    {
        _tool.Write("cairn.json", """{ "connection": "${NOT_SET}", "environments": { "live": { "table": "${NOT_SET}" } } }""");
        Assert.Equal("sqlite:x.db", (await _tool.ConfigAsync("-c", "sqlite:x.db"))["connection"].Value);
        Assert.Equal(0, (await _tool.RunAsync("migrate:make", "first")).ExitCode);
    }

    [Fact]
    public async Task A_mistyped_environment_is_refused_and_a_file_without_environments_takes_any()
    {
        _tool.Write("cairn.json", """{ "environments": { "production": {} } }""");
        var result = await _tool.RunAsync("config", "--env", "prodution");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Did you mean 'production'?", result.Errors, StringComparison.Ordinal);

        _tool.Write("cairn.json", "{}");
        Assert.Equal("any", (await _tool.ConfigAsync("--env", "any"))["environment"].Value);
    }

    [Fact]
    public async Task A_named_file_that_is_not_there_is_an_error()
    {
        var result = await _tool.RunAsync("config", "--config", "nowhere.json");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN7011", result.Errors, StringComparison.Ordinal);
        Assert.Contains("nowhere.json", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_looked_for_upward_to_the_repository_only()
    {
        _tool.Write("cairn.json", "{}").Write("repo/x/y/z.txt", "").Write("repo/.git", "gitdir: elsewhere");
        var deep = Path.Combine(_tool.Folder, "repo", "x", "y");
        Assert.Null(ConfigFile.Find(deep));

        _tool.Write("repo/cairn.json", "{}");
        Assert.Equal(Path.Combine(_tool.Folder, "repo", "cairn.json"), ConfigFile.Find(deep));

        _tool.Write("repo/x/cairn.json", "{}");
        Assert.Equal(Path.Combine(_tool.Folder, "repo", "x", "cairn.json"), ConfigFile.Find(deep));

        File.Delete(Path.Combine(_tool.Folder, "repo", ".git"));
        Assert.Null(ConfigFile.Find(deep));
        Assert.NotNull(ConfigFile.Find(_tool.Folder));
    }

    public void Dispose() => _tool.Dispose();
}
