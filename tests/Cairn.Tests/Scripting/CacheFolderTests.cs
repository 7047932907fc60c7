using System.Diagnostics;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Xunit;

namespace Cairn.Tests.Scripting;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class CacheFolderTests : IDisposable
{
    private readonly ScriptFolder folder = new();
    private readonly List<string> warnings = [];

    private string CachePath => folder.File("cache");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("CAIRN_CACHE=/c;XDG_CACHE_HOME=/x;HOME=/h", "/c")]
    [InlineData("CAIRN_CACHE=off;HOME=/h", null)]
    [InlineData("XDG_CACHE_HOME=/x;HOME=/h", "/x/cairn")]
    [InlineData("XDG_CACHE_HOME=relative;HOME=/h", "/h/.cache/cairn")]
    [InlineData("", null)]
    public void The_environment_chooses_the_folder(string environment, string? expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the folders are those of Linux");
        var variables = environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(expected, CacheFolder.Choose(name => variables.GetValueOrDefault(name)));
    }

    [Fact]
    public async Task The_folder_is_made_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        await FillAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(CachePath));
        Assert.NotEmpty(Directory.GetFiles(CachePath));
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_folder_that_others_may_write_to_is_not_used(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        Directory.CreateDirectory(CachePath);
        File.SetUnixFileMode(CachePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | more);
        await FillAsync();
        Assert.Contains("others may write to it", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(CachePath));
    }

    [Fact]
    public async Task A_folder_of_another_user_is_not_used()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root can give a folder away");
        Directory.CreateDirectory(CachePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using (var chown = Process.Start("chown", ["65534", CachePath]))
        {
            await chown.WaitForExitAsync();
            Assert.Equal(0, chown.ExitCode);
        }

        await FillAsync();
        Assert.Contains("another user", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(CachePath));
    }

    [Fact]
    public async Task A_file_that_others_may_write_is_made_anew()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        Assert.Equal(1, await FillAsync());
        var file = Assert.Single(Directory.GetFiles(CachePath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(0, await FillAsync());

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        Assert.Equal(1, await FillAsync());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task A_link_is_as_good_as_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        var real = Directory.CreateDirectory(folder.File("real"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        Directory.CreateSymbolicLink(CachePath, real);
        Assert.Equal(1, await FillAsync());
        Assert.Equal(0, await FillAsync());
        Assert.Empty(warnings);

        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        Assert.Equal(2, await FillAsync());
        Assert.Contains(real, Assert.Single(warnings), StringComparison.Ordinal);
    }

    private async Task<int> FillAsync()
    {
        var script = folder.Write("20260301A-x.csx", "void Up(Db db) { } void Down(Db db) { }");
        var compiler = new ScriptCompiler(new CompileCache(CachePath, warnings.Add));
        Assert.Empty((await new CsxFormat(compiler).LoadAsync([script], default)).Errors);
        Assert.Empty((await new CsxFormat(compiler).LoadAsync([script], default)).Errors);
        return compiler.Compilations;
    }
}
