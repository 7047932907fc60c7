using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A tracking table that cannot be read as one is never taken for an empty one.</summary>
public sealed class TrackingTableTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_tracking_table_of_another_shape(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.Database.ExecuteAsync("create table cairn_migrations (id integer primary key, note varchar(20))");
        await project.Database.ExecuteAsync("insert into cairn_migrations (id, note) values (1, 'mine')");
        foreach (var command in new[] { "migrate:latest", "migrate:list", "migrate:down", "database:install" })
        {
            var result = await project.RunAsync(command);
            result.ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN4001", "cairn_migrations");
        }

        Assert.Equal(["1 | mine"], await project.Database.RowsAsync("select id, note from cairn_migrations"));
        Assert.Equal(["cairn_migrations"], await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_view_where_the_tracking_table_should_be(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.Database.ExecuteAsync("create view cairn_migrations as select 1 as id");
        var result = await project.RunAsync("migrate:latest");
        result.ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN4001", "cairn_migrations");
        Assert.Empty(await project.TablesAsync());
    }

    [Fact]
    public async Task A_tracking_table_that_may_not_be_read()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-more.csx", Scripts.Table("more"));
        var database = (PostgresDatabase)project.Database;
        var role = "r" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync($"create role {role} login password 'pw'; grant all on schema public to {role}");
        try
        {
            var url = database.UrlWith(user: role, password: "pw");
            foreach (var command in new[] { "migrate:latest", "migrate:list", "migrate:down", "migrate:validate" })
            {
                var call = project.Workspace.Call(command, "--connection", url);
                var result = await CairnTool.RunAsync(call);
                result.ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN4002", "cairn_migrations");
            }

            Assert.Equal(["20260301A"], await project.VersionsAsync());
            Assert.Equal(["things"], await project.TablesAsync());
        }
        finally
        {
            await database.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Another_tools_tracking_table_is_taken_over_by_name(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await project.Database.ExecuteAsync("create table directus_migrations (version varchar(255) primary key, name varchar(255) not null, timestamp timestamp)");
        await project.Database.ExecuteAsync("insert into directus_migrations values ('20260301A', 'Create Things', '2026-03-01 10:00:00')");
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-more.csx", Scripts.Table("more"));
        await project.DoAsync("migrate:latest", "--table", "directus_migrations");
        Assert.Contains("more", await project.TablesAsync());
        Assert.DoesNotContain("things", await project.TablesAsync());
        Assert.Contains("20260302A", await project.Database.RowsAsync("select version from directus_migrations"));
    }
}
