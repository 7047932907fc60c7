using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool.Settings;

/// <summary>Option over variable over the environment's section over the top level over the default.</summary>
public sealed class PrecedenceTests : IDisposable
{
    private readonly CalledTool _tool = new();

    public static TheoryData<string, string, string, string[]> Settings => new()
    {
        { "connection", "--connection", "sqlite:cairn.db", ["sqlite:a.db", "sqlite:b.db", "sqlite:c.db", "sqlite:d.db"] },
        { "extensions", "--extensions", "extensions", ["a", "b", "c", "d"] },
        { "table", "--table", "cairn_migrations", ["a", "b", "c", "d"] },
        { "naming", "--naming", "cairn", ["directus", "knex", "strapi", "medusa"] },
        { "outOfOrder", "--out-of-order", "warn", ["allow", "refuse", "warn", "allow"] },
        { "changed", "--changed", "warn", ["refuse", "warn", "refuse", "warn"] },
        { "missing", "--missing", "warn", ["refuse", "warn", "refuse", "warn"] },
        { "lockTimeout", "--lock-timeout", "60s", ["1s", "2s", "3s", "4s"] },
        { "statementTimeout", "--statement-timeout", "none", ["1s", "2s", "3s", "4s"] },
        { "lockTimeoutDdl", "--lock-timeout-ddl", "none", ["1s", "2s", "3s", "4s"] },
    };

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["connection"] = "CAIRN_CONNECTION",
        ["extensions"] = "CAIRN_EXTENSIONS_PATH",
        ["table"] = "CAIRN_TABLE",
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task The_strongest_place_wins(string key, string option, string standard, string[] values)
    {
        Assert.Equal((standard, "default"), (await _tool.ConfigAsync())[key]);

        _tool.Write("cairn.json", $$"""{ "{{key}}": "{{values[0]}}", "environments": { "live": { "{{key}}": "{{values[1]}}" }, "other": { "{{key}}": "no" } } }""");
        Assert.Equal((values[0], "cairn.json"), (await _tool.ConfigAsync())[key]);
        Assert.Equal((values[1], "cairn.json, environment live"), (await _tool.ConfigAsync("--env", "live"))[key]);

        if (Variables.TryGetValue(key, out var variable))
        {
            _tool.With(variable, values[2]);
            Assert.Equal((values[2], "environment variable " + variable), (await _tool.ConfigAsync("--env", "live"))[key]);
        }

        Assert.Equal((values[3], "option " + option), (await _tool.ConfigAsync("--env", "live", option, values[3]))[key]);
    }

    [Theory]
    [InlineData("DATABASE_URL", "CAIRN_CONNECTION", "connection", "sqlite:a.db", "sqlite:b.db")]
    [InlineData("EXTENSIONS_PATH", "CAIRN_EXTENSIONS_PATH", "extensions", "a", "b")]
    public async Task The_common_variable_counts_until_ours_is_set(string common, string ours, string key, string first, string second)
    {
        _tool.With(common, first);
        Assert.Equal((first, "environment variable " + common), (await _tool.ConfigAsync())[key]);

        _tool.With(ours, second);
        Assert.Equal((second, "environment variable " + ours), (await _tool.ConfigAsync())[key]);

        _tool.With(ours, "");
        Assert.Equal((first, "environment variable " + common), (await _tool.ConfigAsync())[key]);
    }

    [Fact]
    public async Task The_environment_comes_from_the_option_the_variable_or_the_file()
    {
        _tool.Write("cairn.json", """{ "environment": "a", "environments": { "a": { "table": "ta" }, "b": { "table": "tb" }, "c": { "table": "tc" } } }""");
        Assert.Equal("ta", (await _tool.ConfigAsync())["table"].Value);
        _tool.With("CAIRN_ENV", "b");
        Assert.Equal("tb", (await _tool.ConfigAsync())["table"].Value);
        Assert.Equal("tc", (await _tool.ConfigAsync("--env", "c"))["table"].Value);
    }

    [Fact]
    public async Task Extensions_folders_add_up_on_the_command_line_and_in_a_list()
    {
        Assert.Equal("a, b", (await _tool.ConfigAsync("-e", "a", "--extensions", "b"))["extensions"].Value);
        _tool.Write("cairn.json", """{ "extensions": ["x", "y/z"] }""");
        Assert.Equal("x, y/z", (await _tool.ConfigAsync())["extensions"].Value);
    }

    [Fact]
    public async Task A_named_file_is_taken_from_the_option_or_the_variable()
    {
        _tool.Write("conf/a.json", """{ "table": "a", "extensions": "mine" }""").Write("b.json", """{ "table": "b" }""").Write("cairn.json", """{ "table": "c" }""");
        Assert.Equal("c", (await _tool.ConfigAsync())["table"].Value);
        _tool.With("CAIRN_CONFIG", "b.json");
        Assert.Equal("b", (await _tool.ConfigAsync())["table"].Value);
        var config = await _tool.ConfigAsync("--config", "conf/a.json");
        Assert.Equal("a", config["table"].Value);
        Assert.Equal("conf/mine", config["extensions"].Value);
    }

    public void Dispose() => _tool.Dispose();
}
