using Cairn.Scripting.Packages;
using Xunit;

namespace Cairn.Tests.Scripting.Packages;

public sealed class SystemNamesTests
{
    [Theory]
    [InlineData("linux", "x64", "linux-x64 linux unix-x64 unix any")]
    [InlineData("linux-musl", "arm64", "linux-musl-arm64 linux-musl linux-arm64 linux unix-arm64 unix any")]
    [InlineData("osx", "arm64", "osx-arm64 osx unix-arm64 unix any")]
    [InlineData("win", "x64", "win-x64 win any")]
    public void A_system_has_names_from_narrow_to_wide(string family, string processor, string names) =>
        Assert.Equal(names, string.Join(' ', SystemNames.Of(family, processor)));

    [Fact]
    public void Of_files_with_one_name_the_narrowest_is_taken()
    {
        SystemFile[] files =
        [
            new("runtimes/unix/lib/net8.0/X.dll", "unix", IsNative: false),
            new("runtimes/linux/lib/net8.0/X.dll", "linux", IsNative: false),
            new("runtimes/win/lib/net8.0/X.dll", "win", IsNative: false),
            new("runtimes/osx-x64/native/liby.dylib", "osx-x64", IsNative: true),
            new("runtimes/linux-arm64/native/liby.so", "linux-arm64", IsNative: true),
            new("runtimes/linux-x64/native/liby.so", "linux-x64", IsNative: true),
        ];
        Assert.Equal(
            ["runtimes/linux-x64/native/liby.so", "runtimes/linux/lib/net8.0/X.dll"],
            SystemNames.Choose(files, SystemNames.Of("linux", "x64")).Select(file => file.Path).Order(StringComparer.Ordinal));
    }
}
