using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Several extensions folders make one order.</summary>
public sealed class TwoFolderTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task All_folders_make_one_order_and_one_set_of_versions(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-one.csx", Scripts.Table("one")).Write("20260303A-three.csx", Scripts.Table("three"));
        project.Write("../../plugin/migrations/20260302A-two.csx", Scripts.Table("two"));
        string[] both = ["-e", "extensions", "-e", "plugin"];
        var run = await project.DoAsync(["migrate:latest", "--json", .. both]);
        Assert.Equal(
            ["20260301A", "20260302A", "20260303A"],
            run.Json.GetProperty("migrations").EnumerateArray().Where(row => row.GetProperty("source").GetString() == "custom").Select(row => row.GetProperty("version").GetString()!));

        project.Write("../../plugin/migrations/20260301A-again.csx", Scripts.Table("again"));
        await project.RefuseAsync(2, ["CAIRN1003", "20260301A-one.csx", "20260301A-again.csx"], ["migrate:latest", .. both]);
    }
}
