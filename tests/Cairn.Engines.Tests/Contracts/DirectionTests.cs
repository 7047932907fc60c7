using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The commands that go up and down, over three migrations of two batches.</summary>
public sealed class DirectionTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Up_by_one_by_some_and_by_name(string engine)
    {
        await using var project = await ThreeAsync(engine);
        await project.DoAsync("migrate:up");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        await project.DoAsync("migrate:up", "20260303A");
        Assert.Equal(["20260301A", "20260303A"], await project.VersionsAsync());
        await project.RefuseAsync(2, ["CAIRN1012", "20260303A"], "migrate:up", "20260303A");
        await project.DoAsync("migrate:up", "--steps", "5");
        Assert.Equal(["one", "three", "two"], await project.TablesAsync());
        await project.DoAsync("migrate:up");
        Assert.Equal("20260303A", (await project.DoAsync("migrate:current")).Output.Trim());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_rollback_takes_back_what_one_run_applied(string engine)
    {
        await using var project = await ThreeAsync(engine);
        await project.DoAsync("migrate:latest", "--to", "20260302A");
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:rollback");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
        await project.DoAsync("migrate:rollback");
        Assert.Empty(await project.VersionsAsync());
        await project.RefuseAsync(2, ["CAIRN1006"], "migrate:rollback");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Down_goes_by_the_order_of_application_and_to_a_version(string engine)
    {
        await using var project = await ThreeAsync(engine);
        await project.DoAsync("migrate:up", "20260303A");
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:down");
        Assert.Equal(["20260301A", "20260303A"], await project.VersionsAsync());
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:down", "20260301A");
        Assert.Equal(["three", "two"], await project.TablesAsync());
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:down", "--to", "20260303A");
        Assert.Equal(["20260303A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Redo_and_reset_end_where_they_began(string engine)
    {
        await using var project = await ThreeAsync(engine);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("insert into one (id) values (7)");
        await project.Database.ExecuteAsync("insert into two (id) values (7)");
        await project.DoAsync("migrate:redo", "--steps", "2");
        Assert.Equal(1, await project.CountAsync("one"));
        Assert.Equal(0, await project.CountAsync("two"));

        await project.RefuseAsync(2, ["CAIRN7008", "--yes"], "migrate:reset");
        await project.RefuseAsync(2, ["CAIRN7008", "--yes"], "migrate:rollback", "--all");
        await project.DoAsync("migrate:reset", "--yes");
        Assert.Equal(0, await project.CountAsync("one"));
        Assert.Equal(["20260301A", "20260302A", "20260303A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_file_that_is_gone_is_rolled_back_from_the_history(string engine)
    {
        await using var project = await ThreeAsync(engine);
        project.Write("20260304A-four.sql", "-- up\ncreate table four (id integer primary key);\n-- down\ndrop table four;\n");
        await project.DoAsync("migrate:latest");
        project.Workspace.Delete("20260303A-three.csx").Delete("20260304A-four.sql");
        await project.RefuseAsync(3, ["CAIRN1014", "--from-history"], "migrate:down");
        await project.DoAsync("migrate:down", "--from-history", "--steps", "2");
        Assert.Equal(["one", "two"], await project.TablesAsync());
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    /// <summary>The log keeps a script's own text; what it loaded is not there any more, and is said so before anything runs.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_script_that_loads_others_needs_its_file(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("lib/name.csx", "const string Name = \"named\";\n");
        project.Write("20260304A-named.csx", "#load \"lib/name.csx\"\n" + Scripts.Table("named").Replace("\"named\"", "Name", StringComparison.Ordinal));
        await project.DoAsync("migrate:latest");
        project.Workspace.Delete("20260304A-named.csx");
        await project.RefuseAsync(2, ["CAIRN2005", "lib/name.csx", "20260304A"], "migrate:down", "--from-history");
    }

    [Theory, MemberData(nameof(EngineNames.Transactional), MemberType = typeof(EngineNames))]
    public async Task One_transaction_for_all_leaves_nothing_of_a_failed_run(string engine)
    {
        await using var project = await ThreeAsync(engine);
        project.Write("20260304A-fails.csx", Scripts.Up("    throw new Exception(\"at the end\");"));
        await project.DoAsync("database:install");
        await project.RefuseAsync(1, ["CAIRN3002", "at the end"], "migrate:latest", "--single-transaction");
        Assert.Empty(await project.TablesAsync());

        project.Write("20260304A-fails.csx", "[NoTransaction]\nvoid Up(Db db) { }\nvoid Down(Db db) { }\n");
        await project.RefuseAsync(2, ["CAIRN3008", "20260304A"], "migrate:latest", "--single-transaction");
        project.Workspace.Delete("20260304A-fails.csx");
        await project.DoAsync("migrate:latest", "--single-transaction");
        Assert.Equal(["one", "three", "two"], await project.TablesAsync());
        await project.DoAsync("migrate:rollback");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task One_transaction_for_all_is_refused_where_a_change_of_the_schema_commits(string engine)
    {
        await using var project = await ThreeAsync(engine);
        await project.RefuseAsync(2, ["CAIRN3008", "20260301A", "commits at every change"], "migrate:latest", "--single-transaction");
        await project.DoAsync("migrate:latest");
    }

    private async Task<Project> ThreeAsync(string engine) => (await Project.NewAsync(servers, engine))
        .Write("20260301A-one.csx", Scripts.Table("one"))
        .Write("20260302A-two.sql", "-- up\ncreate table two (id integer primary key);\n-- down\ndrop table two;\n")
        .Write("20260303A-three.csx", Scripts.Table("three"));
}
