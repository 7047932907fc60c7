using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What is recorded, and what happens where the record and the folder differ.</summary>
public sealed class HistoryTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_tracking_table_has_the_three_columns(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await project.Write(Scripts.Name, Scripts.Good).DoAsync("migrate:latest");
        Assert.Equal(
            ["20260301A | Create Things | 1"],
            await project.Database.RowsAsync("select version, name, case when timestamp is null then 0 else 1 end from cairn_migrations where version = '20260301A'"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Down_with_nothing_applied(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.RefuseAsync(2, ["CAIRN1006"], "migrate:down");
        await project.DoAsync("database:install");
        await project.RefuseAsync(2, ["CAIRN1006"], "migrate:down");
        await project.RefuseAsync(2, ["CAIRN1013", "20260301A"], "migrate:down", "20260301A");
        await project.RefuseAsync(2, ["CAIRN1005", "20990101A"], "migrate:down", "20990101A");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_recorded_version_whose_file_is_gone(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-gone.csx", Scripts.Table("gone"));
        await project.DoAsync("migrate:latest");
        project.Workspace.Delete("20260302A-gone.csx");

        var list = await project.DoAsync("migrate:list", "--json");
        var missing = Assert.Single(list.Json.GetProperty("migrations").EnumerateArray(), migration => migration.GetProperty("version").GetString() == "20260302A");
        Assert.Equal("missing", missing.GetProperty("state").GetString());
        await project.RefuseAsync(3, ["CAIRN1014", "20260302A"], "migrate:validate");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("20260302A");

        var down = await project.RunAsync("migrate:down");
        down.ShouldExit(3).ShouldBeAClearError().ShouldComplainOf("CAIRN1014", "20260302A");
        Assert.Equal(["gone", "things"], await project.TablesAsync());
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task An_applied_file_that_changed(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Scripts.Name, Scripts.Good.Replace("50", "60", StringComparison.Ordinal)).Write("20260302A-next.csx", Scripts.Table("next"));
        await project.RefuseAsync(3, ["CAIRN1015", Scripts.Name], "migrate:validate");
        await project.RefuseAsync(3, ["CAIRN1015", Scripts.Name], "migrate:latest", "--changed", "refuse");
        Assert.Equal(["things"], await project.TablesAsync());
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("20260301A");
        Assert.Equal(["next", "things"], await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_renamed_pending_file_is_not_run_a_second_time(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Workspace.Delete(Scripts.Name);
        project.Write("20260308A-create-things.csx", Scripts.Good);
        var result = await project.RunAsync("migrate:latest");
        result.ShouldExit(3).ShouldBeAClearError().ShouldComplainOf("CAIRN1016", "20260301A", "20260308A");
        Assert.Equal(1, await project.CountAsync("things"));
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_check_for_pending_ones_exits_3(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:validate");
        await project.RefuseAsync(3, ["CAIRN1017", "20260301A"], "migrate:validate", "--check-pending");
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:validate", "--check-pending");
    }
}
