using Cairn.Engines.Tests.Locks;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Two machines that have different files for one version: the one that comes second is never told that its file was run.</summary>
public sealed class TwoHostTests(EngineServers servers)
{
    private static readonly string OtherText = Scripts.Good.Replace("50", "60", StringComparison.Ordinal);

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_same_name_with_another_text(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        using var other = Workspace.For(project.Database).Write(Scripts.Name, OtherText).Write("20260302A-next.csx", Scripts.Table("next"));
        await project.RefuseAsync(3, ["CAIRN1015", Scripts.Name, "changed after it was applied"], other.Call("migrate:latest", "--changed", "refuse"));
        (await other.RunAsync("migrate:latest")).ShouldExit(0).ShouldComplainOf(Scripts.Name, "changed after it was applied");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    /// <summary>Two branches that took the same version: told also where nothing is pending, since the name alone gives it away.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Another_name_with_another_text(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        using var other = Workspace.For(project.Database).Write("20260301A-create-more.csx", Scripts.Table("more"));
        (await other.RunAsync("migrate:latest")).ShouldExit(0).ShouldComplainOf("20260301A-create-more.csx was not run", "Create Things");
        await project.RefuseAsync(3, ["CAIRN1015", "was not run", "a version of its own"], other.Call("migrate:latest", "--changed", "refuse"));
        await project.RefuseAsync(3, ["CAIRN1015", "was not run"], other.Call("migrate:validate"));
        Assert.Equal(["things"], await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Another_version_with_the_same_text(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        using var other = Workspace.For(project.Database).Write("20260301B-create-things.csx", Scripts.Good);
        await project.RefuseAsync(3, ["CAIRN1016", "20260301B", "does not run a second time"], other.Call("migrate:latest"));
    }

    /// <summary>Both found it pending before one of them had the lock.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Both_at_once(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        using var other = Workspace.For(project.Database).Write(Scripts.Name, Scripts.Table("more"));
        using var strict = Workspace.For(project.Database).Write(Scripts.Name, Scripts.Table("most"));
        await using var first = await Holding.StartAsync(project);
        await using var second = CairnTool.Start(other.Call("migrate:latest"));
        await using var third = CairnTool.Start(strict.Call("migrate:latest", "--changed", "refuse"));
        await second.SeenAsync("aiting");
        await third.SeenAsync("aiting");
        (await first.LetGoAsync()).ShouldExit(0);
        (await second.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0).ShouldComplainOf(Scripts.Name, "changed after it was applied");
        (await third.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(3).ShouldBeAClearError().ShouldComplainOf("CAIRN1015", Scripts.Name);
        Assert.Equal(["things"], await project.TablesAsync());
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }
}
