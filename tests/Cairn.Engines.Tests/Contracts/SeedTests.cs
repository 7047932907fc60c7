using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Seeds on every database.</summary>
public sealed class SeedTests(EngineServers servers)
{
    private const string Sql = "insert into things (name) values ('from sql;');\ninsert into things (name) values ('twice');\n";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task They_run_in_the_order_of_their_names_as_often_as_they_are_asked_for(string engine)
    {
        await using var project = await ThingsAsync(servers, engine);
        project.Write("../seeds/b-names.csx", Seed("""await db.BulkInsert("things", new[] { new { name = "two" }, new { name = "three" } });"""))
            .Write("../seeds/a-first.csx", Seed("""await db.Query("things").DeleteAsync();"""))
            .Write("../seeds/c-rest.sql", Sql)
            .Write("../seeds/lib/more.csx", "this is not C#");
        var versions = await project.VersionsAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var result = await project.DoAsync("seed:run", "--json");
            Assert.Equal(["a-first done", "b-names done", "c-rest done"], Told(result));
            Assert.Equal(["from sql;", "three", "twice", "two"], (await project.Database.RowsAsync("select name from things")).Order(StringComparer.Ordinal));
        }

        await project.DoAsync("seed:run", "c-rest.sql", "A-FIRST");
        Assert.Equal(2, await project.CountAsync("things"));
        Assert.Equal(versions, await project.VersionsAsync());
        Assert.Equal("8", await project.Database.ScalarAsync("select count(*) from cairn_history where outcome = 'seeded'"));
        await project.DoAsync("migrate:validate");
        await project.DoAsync("migrate:rollback");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_failure_takes_the_seed_back_and_tells_its_line(string engine)
    {
        await using var project = await ThingsAsync(servers, engine);
        project.Write("../seeds/a.csx", Seed("""await db.Query("things").InsertAsync(new { name = "stays" });"""))
            .Write("../seeds/b.csx", Seed("await db.Query(\"things\").InsertAsync(new { name = \"goes\" });\n    await db.Sql(\"insert into nowhere (a) values (1)\");"))
            .Write("../seeds/c.csx", Seed("""await db.Query("things").InsertAsync(new { name = "never" });"""));
        var result = (await project.RunAsync("seed:run")).ShouldExit(1).ShouldBeAClearError();
        result.ShouldComplainOf("extensions/seeds/b.csx(4): error CAIRN3001", "nowhere", "b was rolled back", "Correct the seed");
        Assert.Contains("seeded a", result.Output, StringComparison.Ordinal);
        Assert.Equal(["one", "stays"], (await project.Database.RowsAsync("select name from things")).Order(StringComparer.Ordinal));

        var json = await project.RunAsync("seed:run", "b", "--json");
        Assert.Equal(["b failed"], Told(json.ShouldExit(1)));
        Assert.Equal(4, json.Json.GetProperty("error").GetProperty("line").GetInt32());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task All_are_compiled_before_the_first_runs(string engine)
    {
        await using var project = await ThingsAsync(servers, engine);
        project.Write("../seeds/a.csx", Seed("""await db.Query("things").InsertAsync(new { name = "never" });"""))
            .Write("../seeds/b.csx", Seed("nonsense();"))
            .Write("../seeds/c.sql", "-- up\nselect 1;\n");
        await project.RefuseAsync(2, ["extensions/seeds/b.csx(3", "CS0103", "extensions/seeds/c.sql(1): error CAIRN2020"], "seed:run");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_dry_run_shows_the_statements_and_changes_nothing(string engine)
    {
        await using var project = await ThingsAsync(servers, engine);
        project.Write("../seeds/a.csx", Seed("""await db.Query("things").InsertAsync(new { name = "never" });""")).Write("../seeds/b.sql", Sql);
        var state = await project.Database.StateAsync();
        var result = await project.DoAsync("seed:run", "--dry-run", "--json");
        Assert.Equal(["a planned", "b planned"], Told(result));
        Assert.Contains("never", result.Json.GetProperty("seeds")[0].GetProperty("sql")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("'from sql;'", (await project.DoAsync("seed:run", "b", "--dry-run", "--sql")).Output, StringComparison.Ordinal);
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Equal("0", await project.Database.ScalarAsync("select count(*) from cairn_history where outcome = 'seeded'"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_change_of_the_schema_is_rolled_back_with_the_seed_or_refused(string engine)
    {
        await using var project = await ThingsAsync(servers, engine);
        project.Write("../seeds/a.csx", Seed("await db.Query(\"things\").InsertAsync(new { name = \"goes\" });\n    await db.Schema.CreateTable(\"more\", table => table.Increments(\"id\"));\n    throw new InvalidOperationException(\"enough\");"));
        string[] words = EngineNames.IsTransactional(engine) ? ["extensions/seeds/a.csx(5)", "CAIRN3002", "enough"] : ["extensions/seeds/a.csx(4)", "CAIRN3004", "commits by itself"];
        await project.RefuseAsync(1, words, "seed:run");
        if (!EngineNames.IsTransactional(engine))
        {
            project.Write("../seeds/a.csx", Seed("""await db.Sql("truncate table things");"""));
            await project.RefuseAsync(1, ["CAIRN3004", "truncate table things", "dry run"], "seed:run", "--dry-run");
        }
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task They_hold_the_lock_of_migrations(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var project = await ThingsAsync(servers, engine);
        var go = Path.Combine(project.Workspace.Folder, "go");
        project.Write("../seeds/a.csx", Seed($$"""db.Log("holding"); while (!System.IO.File.Exists(@"{{go}}")) { await Task.Delay(20); }"""))
            .Write("20260302A-more.csx", Scripts.Table("more"));
        await using var holder = CairnTool.Start(project.Workspace.Call("seed:run"));
        await holder.SeenAsync("holding");
        (await project.RunAsync("migrate:latest", "--lock-timeout", "200ms")).ShouldExit(4).ShouldComplainOf("CAIRN4003");
        await File.WriteAllTextAsync(go, "");
        (await holder.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(0);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_example_has_seeds_that_can_be_run_again(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, "01-first-migration");
        await project.DoAsync("migrate:latest");
        await project.DoAsync("seed:run");
        var notes = await project.CountAsync("notes");
        Assert.True(notes > 2, $"{notes} notes");
        await project.DoAsync("seed:run");
        Assert.Equal(notes, await project.CountAsync("notes"));
    }

    private static async Task<Project> ThingsAsync(EngineServers servers, string engine)
    {
        var project = (await Project.NewAsync(servers, engine)).Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        return project;
    }

    private static string Seed(string body) => $$"""
        async Task Run(Db db)
        {
            {{body}}
        }
        """;

    private static IEnumerable<string> Told(ToolResult result) => result.Json.GetProperty("seeds").EnumerateArray()
        .Select(seed => $"{seed.GetProperty("name").GetString()} {seed.GetProperty("state").GetString()}");
}
