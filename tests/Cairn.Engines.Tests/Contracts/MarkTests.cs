using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Recording without running.</summary>
public sealed class MarkTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task One_all_and_back(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-more.csx", Scripts.Table("more"));
        await project.DoAsync("migrate:mark", "20260301A");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        Assert.Empty(await project.TablesAsync());
        await project.RefuseAsync(2, ["CAIRN1012", "20260301A"], "migrate:mark", "20260301A");
        await project.RefuseAsync(2, ["CAIRN1005", "20990101A"], "migrate:mark", "20990101A");

        await project.DoAsync("migrate:mark", "--all");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
        await project.DoAsync("migrate:mark", "20260301A", "--unapply");
        Assert.Equal(["20260302A"], await project.VersionsAsync());
        await project.RefuseAsync(2, ["CAIRN1013", "20260301A"], "migrate:mark", "20260301A", "--unapply");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["things"], await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_renamed_one_keeps_its_record_under_its_new_name(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Workspace.Delete(Scripts.Name);
        project.Write("20260308A-create-things.csx", Scripts.Good);
        await project.RefuseAsync(3, ["CAIRN1016"], "migrate:validate");
        await project.DoAsync("migrate:mark", "20260308A", "--renamed");
        Assert.Equal(["20260308A"], await project.VersionsAsync());
        Assert.Equal(1, await project.CountAsync("things"));
        await project.DoAsync("migrate:validate", "--check-pending");
        await project.DoAsync("migrate:down");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Another_tools_table_is_taken_over_and_left_readable(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await project.Database.ExecuteAsync("create table directus_migrations (version varchar(255) primary key, name varchar(255) not null, timestamp timestamp default current_timestamp)");
        await project.Database.ExecuteAsync("insert into directus_migrations (version, name) values ('20201028A', 'Remove Collection Foreign Keys'), ('20260301A', 'Create Things')");
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-more.csx", Scripts.Table("more"));
        string[] table = ["--table", "directus_migrations", "--naming", "directus"];

        var list = (await project.DoAsync(["migrate:list", "--json", .. table])).Json.GetProperty("migrations").EnumerateArray()
            .ToDictionary(row => row.GetProperty("version").GetString()!, row => row.GetProperty("state").GetString(), StringComparer.Ordinal);
        Assert.Equal(("missing", "applied", "pending"), (list["20201028A"], list["20260301A"], list["20260302A"]));
        await project.DoAsync(["migrate:latest", .. table]);
        Assert.Contains("more", await project.TablesAsync());
        Assert.DoesNotContain("things", await project.TablesAsync());
        Assert.Contains("20260302A | More", await project.Database.RowsAsync("select version, name from directus_migrations"));
        await project.DoAsync(["migrate:down", .. table]);
        Assert.DoesNotContain("20260302A", await project.Database.RowsAsync("select version from directus_migrations"));
        Assert.Contains("20201028A", await project.Database.RowsAsync("select version from directus_migrations"));
    }
}
