using Cairn.Runtime.Execution.Stamps;
using Cairn.Scripting.Caching;
using Xunit;

namespace Cairn.Tests.Stamps;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class StampFilesTests : IDisposable
{
    private const string Name = "0123456789abcdef";
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-stamps-");
    private readonly List<string> warnings = [];

    public StampFilesTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");

    private string CachePath => Path.Combine(folder.FullName, "cache");

    private string StampPath => Path.Combine(CachePath, Name + ".stamp");

    private IStampStore Stamps => Cache.Stamps!;

    private CompileCache Cache => new(CachePath, warnings.Add);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_kept_is_read_again_and_only_by_its_name()
    {
        Assert.Null(Stamps.Read(Name));
        Assert.False(Directory.Exists(CachePath), "asking for a stamp made the folder");
        Stamps.Write(Name, [1, 2, 3]);
        Assert.Equal([1, 2, 3], Stamps.Read(Name)!);
        Assert.Null(Stamps.Read("fedcba9876543210"));
        Stamps.Write(Name, []);
        Assert.Equal([], Stamps.Read(Name)!);
        Assert.Equal([StampPath], Directory.GetFiles(CachePath));
        Assert.Equal((Owner, Owner | UnixFileMode.UserExecute), (File.GetUnixFileMode(StampPath), File.GetUnixFileMode(CachePath)));
        Assert.True(Stamps.IsOpen);
        Assert.Null(CompileCache.None.Stamps);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void What_others_could_have_written_is_not_believed(UnixFileMode more)
    {
        Stamps.Write(Name, [1]);
        File.SetUnixFileMode(StampPath, Owner | more);
        Assert.Null(Stamps.Read(Name));
        Stamps.Write(Name, [2]);
        Assert.Equal([2], Stamps.Read(Name)!);

        File.SetUnixFileMode(CachePath, Owner | UnixFileMode.UserExecute | more);
        Assert.Null(Stamps.Read(Name));
        Stamps.Write(Name, [3]);
        File.SetUnixFileMode(CachePath, Owner | UnixFileMode.UserExecute);
        Assert.Equal([2], Stamps.Read(Name)!);
    }

    [Fact]
    public void It_counts_and_goes_with_the_rest_of_the_cache()
    {
        Stamps.Write(Name, new byte[1000]);
        File.WriteAllText(Path.Combine(CachePath, "0123456789abcdeg.stamp"), "not ours");
        File.WriteAllText(Path.Combine(CachePath, "mine.stamp"), "not ours");
        Assert.Equal([Name + ".stamp"], Cache.Entries().Select(file => file.Name));
        Assert.Equal((1, 1000L), Cache.Clear());
        Assert.Equal(2, Directory.GetFiles(CachePath).Length);

        // Above the limit, the oldest goes first.
        var small = new CompileCache(CachePath) { SizeLimit = 1500 };
        small.Stamps!.Write(Name, new byte[1000]);
        File.SetLastWriteTimeUtc(StampPath, DateTime.UtcNow.AddHours(-1));
        small.Stamps!.Write("fedcba9876543210", new byte[1000]);
        Assert.Equal(["fedcba9876543210.stamp"], small.Entries().Select(file => file.Name));
    }

    [Fact]
    public void What_a_killed_process_left_half_written_is_no_stamp()
    {
        Stamps.Write(Name, [1]);
        var half = Path.Combine(CachePath, $"{Name}.{Guid.NewGuid():n}.tmp");
        File.WriteAllBytes(half, [2]);
        File.SetLastWriteTimeUtc(half, DateTime.UtcNow.AddHours(-2));
        Assert.Equal([1], Stamps.Read(Name)!);
        Stamps.Write("fedcba9876543210", [3]);
        Assert.False(File.Exists(half), "what was left stays for ever");
    }
}
