using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Settings.Connections;
using Xunit;

namespace Cairn.Tests.Tool.Settings;

/// <summary>No output has a password, whatever is wrong with the connection.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Secret = "s3cr3t";
    private readonly CalledTool _tool = new();

    [Theory]
    [InlineData("postgres://joe:s3cr3t@db:x/shop", "port")]
    [InlineData("postgres://joe:s3cr3t/x@db/shop", "percent-encode")]
    [InlineData("postgres://joe:s3cr3t?x@db/shop", "percent-encode")]
    [InlineData("postgres://joe:s3cr3t", "port")]
    [InlineData("postgres:joe:s3cr3t@db", "//")]
    [InlineData("postgres://joe:s3cr3t@[::1/shop", "']'")]
    [InlineData("postgres://joe:s3cr3t@db/shop?sslmod=require", "Did you mean 'sslmode'?")]
    [InlineData("postgres://joe:s3cr3t@db/shop?sslmode=on", "Known: disable")]
    [InlineData("postgres://joe:s3cr3t@db/shop?sslmode", "no value")]
    [InlineData("postgres://joe:s3cr3t@db/shop?port=1&port=2", "twice")]
    [InlineData("mysql://joe:s3cr3t@db/shop?pool=1", "Known: sslmode")]
    [InlineData("sqlite:x.db?password=s3cr3t", "Known: mode, cache")]
    [InlineData("oracle://joe:s3cr3t@db/shop", "postgres://user")]
    [InlineData("Host=db;Password=s3cr3t", "--client")]
    [InlineData("s3cr3t", "sqlite:")]
    [InlineData("", "sqlite:")]
    [InlineData("sqlite:", "sqlite:app.db")]
    public async Task A_wrong_connection_is_refused_without_showing_it(string connection, string hint)
    {
        foreach (var json in new[] { false, true })
        {
            var result = await _tool.RunAsync(["config", "-v", "--connection=" + connection, .. json ? ["--json"] : Array.Empty<string>()]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("CAIRN7003", result.All, StringComparison.Ordinal);
            Assert.Contains(hint, result.All, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Secret, result.All, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Host=db;Password=s3cr3t;x", "postgres")]
    [InlineData("Host=db;Password='s3cr3t", "postgres")]
    [InlineData("Password=s3cr3t", "sqlite")]
    public async Task A_wrong_connection_string_is_refused_without_showing_it(string connection, string client)
    {
        var result = await _tool.RunAsync("config", "-v", "-c", connection, "--client", client);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN7003", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://joe:s3cr3t@db/shop?sslmode=require&sslpassword=s3cr3t", null, "postgres://joe:***@db/shop?sslmode=require&sslpassword=***")]
    [InlineData("mysql://joe:s3cr3t@db/shop", null, "mysql://joe:***@db/shop")]
    [InlineData("Host=db;Password=s3cr3t", "postgres", "Host=db;Password=***")]
    [InlineData("Host=db;Pwd='s3;cr3t';SSL Password=s3cr3t", "postgres", "Host=db;Pwd=***;SSL Password=***")]
    public async Task The_settings_are_shown_with_stars(string connection, string? client, string shown)
    {
        string[] arguments = ["-c", connection, .. client is null ? [] : new[] { "--client", client }];
        var value = (await _tool.ConfigAsync(arguments))["connection"].Value!;
        Assert.Equal(shown, value, ignoreCase: true);
        Assert.DoesNotContain(Secret, (await _tool.RunAsync(["config", .. arguments])).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_for_scripts_are_not_shown()
    {
        _tool.Write("cairn.json", """{ "variables": { "API_KEY": "s3cr3t" } }""");
        Assert.Equal(("***", "cairn.json"), (await _tool.ConfigAsync())["variables.API_KEY"]);
    }

    [Theory]
    [InlineData("cannot reach postgres://joe:s3cr3t@db/shop now", "cannot reach postgres://joe:***@db/shop now")]
    [InlineData("Host=db;Password=s3cr3t;Port=1", "Host=db;Password=***;Port=1")]
    [InlineData("pwd = \"s3 cr3t\" and more", "pwd = *** and more")]
    [InlineData("no secret: https://example.org/a@b", "no secret: https://example.org/a@b")]
    public void Texts_of_others_are_cleaned(string text, string expected) => Assert.Equal(expected, Redaction.Clean(text));

    public void Dispose() => _tool.Dispose();
}
