using Cairn.Runtime;
using Cairn.Runtime.Execution.Stamps;
using Xunit;

namespace Cairn.Tests.Stamps;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SettledFolderTests : IDisposable
{
    // On the file system of the temp folder: where that is none of those that are trusted, the test says so.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-settled-");

    public SettledFolderTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux says what is needed");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Each_change_of_its_names_changes_what_it_is()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { Identity };
        Tick();
        File.WriteAllText(In("a"), "");
        Assert.True(seen.Add(Identity), "a new file");
        Tick();
        File.Move(In("a"), In("b"));
        Assert.True(seen.Add(Identity), "another name");
        File.WriteAllText(In("b"), "other text");
        Assert.False(seen.Add(Identity), "a text is not a name");
        Tick();
        File.Delete(In("b"));
        Assert.True(seen.Add(Identity), "a file less");

        var modified = Directory.GetLastWriteTimeUtc(folder.FullName);
        var before = Identity;
        Tick();
        File.WriteAllText(In("c"), "");
        Directory.SetLastWriteTimeUtc(folder.FullName, modified);
        Assert.NotEqual(before, Identity);
    }

    [Fact]
    public void Another_folder_with_the_same_names_is_another_one()
    {
        var first = Directory.CreateDirectory(In("first")).FullName;
        var second = Directory.CreateDirectory(In("second")).FullName;
        Assert.NotEqual(FileStatus.Of(first)!.Identity, FileStatus.Of(second)!.Identity);
        Directory.CreateSymbolicLink(In("current"), first);
        Assert.Equal(FileStatus.Of(first)!.Identity, FileStatus.Of(In("current"))!.Identity);
        Assert.Null(FileStatus.Of(In("none")));
    }

    [Fact]
    public void What_has_just_changed_may_change_again_unseen()
    {
        File.WriteAllText(In("a"), "");
        var status = FileStatus.Of(folder.FullName)!;
        Assert.InRange(status.LastChange, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 60, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1);
        Assert.False(SettledFolder.Is(folder.FullName, status, status.LastChange));
        Assert.False(SettledFolder.Is(folder.FullName, status, status.LastChange + 1));
        Assert.False(SettledFolder.Is(folder.FullName, status, status.LastChange - 100));
        Assert.True(SettledFolder.Is(folder.FullName, status, status.LastChange + 2), "the temp folder's file system is not one of those that are trusted");
    }

    [Fact]
    public void A_link_may_lead_elsewhere_tomorrow()
    {
        File.CreateSymbolicLink(In("link"), "/tmp");
        var status = FileStatus.Of(folder.FullName)!;
        Assert.False(SettledFolder.Is(folder.FullName, status, status.LastChange + 100));
        File.Delete(In("link"));
        File.CreateSymbolicLink(In("dangling"), "nowhere");
        Assert.False(SettledFolder.Is(folder.FullName, status, status.LastChange + 100));
        File.Delete(In("dangling"));
        Assert.True(SettledFolder.Is(folder.FullName, status, status.LastChange + 100));
        Assert.False(SettledFolder.Is(In("gone"), status, status.LastChange + 100));
    }

    [Fact]
    public void A_file_system_whose_times_are_not_the_kernels_is_not_trusted()
    {
        // What /proc lists comes and goes without a trace in its times.
        var status = FileStatus.Of("/proc/self/fdinfo")!;
        Assert.False(SettledFolder.Is("/proc/self/fdinfo", status, status.LastChange + 100));
    }

    private string Identity => FileStatus.Of(folder.FullName)!.Identity;

    private string In(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Goes on once the system's clock has: two changes in one tick have the same time.</summary>
    private static void Tick()
    {
        var probe = Path.GetTempFileName();
        string Changed()
        {
            File.SetUnixFileMode(probe, UnixFileMode.UserRead);
            return FileStatus.Of(probe)!.Identity;
        }

        var before = Changed();
        while (Changed() == before)
        {
            // Until it differs.
        }

        File.Delete(probe);
    }
}
