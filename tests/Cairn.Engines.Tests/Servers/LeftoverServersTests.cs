using System.Diagnostics;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A killed test run leaves its server; the next run ends it, and only it.</summary>
public sealed class LeftoverServersTests
{
    [Fact]
    public void A_server_whose_owner_is_gone_is_ended_and_its_folder_removed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        var folder = ServerFolder.Create("test");
        using var server = Process.Start("sleep", "600");
        ServerFolder.Note(folder, ProcessMark.Of(server));
        using var owner = Process.Start("true");
        owner.WaitForExit();
        File.WriteAllText(Path.Combine(folder, "owner"), new ProcessMark(owner.Id, 1).ToString());

        Assert.Contains(folder, LeftoverServers.End());

        Assert.True(server.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_server_of_a_living_run_is_left_alone()
    {
        var folder = ServerFolder.Create("test");
        Assert.DoesNotContain(folder, LeftoverServers.End());
        Assert.True(Directory.Exists(folder));
        LeftoverServers.End(folder);
    }

    [Fact]
    public void An_id_that_another_process_has_by_now_is_not_the_server()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc has the start of a process");
        using var self = Process.GetCurrentProcess();
        Assert.True(ProcessMark.Of(self).IsAlive);
        Assert.False((ProcessMark.Of(self) with { Started = 1 }).IsAlive);
    }
}
