using System.Diagnostics;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>Only what a branch adds, in a real repository.</summary>
public sealed class SinceTests(EngineServers servers)
{
    [Fact]
    public async Task Only_the_migrations_that_a_branch_adds()
    {
        await using var project = await DrillScripts.AppliedAsync(servers, EngineNames.Sqlite);
        project.Write("20260302A-main.csx", DrillScripts.Good);
        (await project.DrillAsync(2, "--since", "main")).ShouldBeAClearError().ShouldComplainOf("CAIRN5009");
        await GitAsync(project, "init", "-q", "-b", "main");
        await GitAsync(project, "add", "extensions");
        await CommitAsync(project);
        await GitAsync(project, "checkout", "-q", "-b", "feature");
        project.Write("20260303A-committed.csx", DrillScripts.Good.Replace("\"state\"", "\"kind\"", StringComparison.Ordinal));
        await GitAsync(project, "add", "extensions");
        await CommitAsync(project);
        project.Write("20260304A-untracked.csx", DrillScripts.Good.Replace("\"state\"", "\"size\"", StringComparison.Ordinal));

        Assert.Equal("20260303A passed, 20260304A passed", (await project.DrillAsync(0, "--since", "main", "--json")).Outcomes());
        Assert.Equal("20260304A passed", (await project.DrillAsync(0, "--since", "HEAD", "--json")).Outcomes());
        (await project.DrillAsync(2, "--since", "no-such-branch")).ShouldBeAClearError().ShouldComplainOf("CAIRN5009");
        (await project.DrillAsync(2, "--since", "main", "--last", "1")).ShouldBeAClearError().ShouldComplainOf("do not go together");
    }

    private static Task CommitAsync(Project project) =>
        GitAsync(project, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "a commit");

    private static async Task GitAsync(Project project, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", project.Workspace.Folder, .. arguments]))!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
