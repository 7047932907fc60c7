using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>The examples of drills show what their pages say.</summary>
public sealed class ExampleDrillTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_bad_rollback_is_caught_and_the_mended_one_passes(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "04-drill-catches-a-bad-rollback");
        await project.DoAsync("migrate:latest", "--to", "20260105A");
        var bad = await project.DrillAsync(3);
        Assert.Contains("failed 20260302A Addresses Apart", bad.Output, StringComparison.Ordinal);
        Assert.Contains("index orders_address_index: missing after down", bad.Output, StringComparison.Ordinal);
        Assert.Contains("rows of orders: other values in address", bad.Output, StringComparison.Ordinal);

        const string File = "20260302A-addresses-apart.csx";
        System.IO.File.Copy(Path.Combine(project.Workspace.Folder, "mended", File), Path.Combine(project.Workspace.Migrations, File), overwrite: true);
        Assert.Equal("20260302A passed", (await project.DrillAsync(0, "--json")).Outcomes());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_power_cut_loses_no_cent(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "05-drill-script-with-a-crash");
        var result = await project.DrillAsync(0, "--scripts");
        Assert.Contains("passed extensions/drills/power-cut.csx", result.Output, StringComparison.Ordinal);
        Assert.Equal([], await DrillTests.LeftAsync(project));
    }
}
