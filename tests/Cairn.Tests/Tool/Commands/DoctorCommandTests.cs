using Cairn.Runtime.Checks;
using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool.Commands;

/// <summary>What doctor finds without a server.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly CalledTool _tool = new();

    [Fact]
    public async Task A_wrong_setting_is_the_end_of_it()
    {
        _tool.Write("cairn.json", """{ "conection": "sqlite:a.db" }""");
        var result = await _tool.RunAsync("doctor");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("fail  config      CAIRN7001", result.Output, StringComparison.Ordinal);
        Assert.Contains("fix: Did you mean 'connection'", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("driver", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_name_of_a_file_is_told()
    {
        _tool.Write("extensions/migrations/20261340A-no-date.csx", "").Write("extensions/migrations/whatever.sql", "").Write("extensions/migrations/20260101A-x.js", "")
            .Write("extensions/seeds/a.csx", "").Write("extensions/seeds/a.sql", "");
        var result = await _tool.RunAsync("doctor");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("CAIRN1002", result.Output, StringComparison.Ordinal);
        Assert.Contains("CAIRN1001", result.Output, StringComparison.Ordinal);
        Assert.Contains("fail  seeds       CAIRN1020", result.Output, StringComparison.Ordinal);
        Assert.Contains("A run would fail: extensions, seeds.", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_tool.Folder, "*.db*"));
    }

    [Fact]
    public async Task A_version_that_two_folders_have_is_told_of_the_extensions()
    {
        _tool.Write("extensions/migrations/20260101A-x.sql", "-- up").Write("more/migrations/20260101A-y.sql", "-- up");
        var result = await _tool.RunAsync("doctor", "-e", "extensions", "-e", "more", "-c", "sqlite:a.db");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("fail  extensions  CAIRN1003", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("history", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_printed()
    {
        var result = await _tool.RunAsync("doctor", "-c", "postgres://me:open-sesame@localhost:1/x");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("fail  connection  CAIRN7004", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", result.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GRANT ALL PRIVILEGES ON *.* TO `me`@`%` WITH GRANT OPTION", true)]
    [InlineData("GRANT SELECT, CREATE ON `shop`.* TO `me`@`%`", true)]
    [InlineData("GRANT CREATE ON `sh%`.* TO `me`@`%`", true)]
    [InlineData("GRANT CREATE ON `sho_`.* TO `me`@`%`", true)]
    [InlineData(@"GRANT CREATE ON `sho\_`.* TO `me`@`%`", false)]
    [InlineData("GRANT CREATE ON `shop`.`orders` TO `me`@`%`", false)]
    [InlineData("GRANT CREATE ON `other`.* TO `me`@`%`", false)]
    [InlineData("GRANT SELECT ON `shop`.* TO `me`@`%`", false)]
    [InlineData("GRANT USAGE ON *.* TO `me`@`%`", false)]
    [InlineData("GRANT `writer`@`%` TO `me`@`%`", false)]
    public void Grants_are_read_as_the_server_means_them(string line, bool creates)
    {
        var grants = new GrantList([line], "shop");
        Assert.Equal(creates, grants.Has("CREATE"));
        Assert.Equal(line.Contains("writer", StringComparison.Ordinal), grants.HasRoles);
    }

    public void Dispose() => _tool.Dispose();
}
