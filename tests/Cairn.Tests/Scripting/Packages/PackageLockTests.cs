using Cairn.Scripting.Packages;
using Xunit;

namespace Cairn.Tests.Scripting.Packages;

public sealed class PackageLockTests
{
    private static readonly LockedPackage Inner = new(new PackageName("Inner", "1.0.0"), "aGFzaA+/==", [], ["lib/net8.0/Inner.dll"], []);

    private static readonly LockedPackage Outer = new(
        new PackageName("Outer", "2.0.0-Beta"), "b3RoZXI=", ["ref/net8.0/Outer.dll"], ["lib/net8.0/Outer.dll"],
        [new SystemFile("runtimes/win/lib/net8.0/Outer.dll", "win", IsNative: false), new SystemFile("runtimes/linux-x64/native/libx.so", "linux-x64", IsNative: true)]);

    [Fact]
    public void What_is_written_is_read_and_written_alike()
    {
        var locked = new PackageLock();
        locked.Add("outer/2.0.0-beta", [Outer, Inner]);
        locked.Add("inner/1.0.0", [Inner]);
        var text = PackageLockText.Write(locked);
        Assert.Contains("aGFzaA+/==", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var again = PackageLockText.Read(text);
        Assert.Equal(text, PackageLockText.Write(again));
        Assert.Equal(["inner/1.0.0", "outer/2.0.0-beta"], again.Packages.Keys);
        Assert.Equal(Outer.Systems.Order(Comparer<SystemFile>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path))),
            again.Packages["outer/2.0.0-beta"].Systems.Order(Comparer<SystemFile>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<<<<<<< ours")]
    [InlineData("{\"version\": 2, \"framework\": \"net10.0\", \"sets\": {}, \"packages\": {}}")]
    [InlineData("{\"version\": 1, \"framework\": \"net9.0\", \"sets\": {}, \"packages\": {}}")]
    [InlineData("{\"version\": 1, \"framework\": \"net10.0\", \"sets\": {}}")]
    [InlineData("{\"version\": 1, \"framework\": \"net10.0\", \"sets\": {\"a/1.0.0\": [\"A/1.0.0\"]}, \"packages\": {}}")]
    [InlineData("{\"version\": 1, \"framework\": \"net10.0\", \"sets\": {}, \"packages\": {\"A\": {\"sha512\": \"\", \"compile\": [], \"run\": [], \"systems\": {}, \"natives\": {}}}}")]
    public void What_is_no_lock_is_not_read(string text) => Assert.Throws<FormatException>(() => PackageLockText.Read(text));

    [Fact]
    public void Another_process_s_sets_are_kept_and_own_ones_win()
    {
        var ours = new PackageLock();
        ours.Add("inner/1.0.0", [Inner]);
        var theirs = new PackageLock();
        theirs.Add("outer/2.0.0-beta", [Outer, Inner]);
        theirs.Add("inner/1.0.0", [Inner, Outer]);
        ours.AddMissing(theirs);
        Assert.Equal(["inner/1.0.0", "outer/2.0.0-beta"], ours.Sets.Keys);
        Assert.Equal([Inner.Name], ours.Sets["inner/1.0.0"]);
    }
}
