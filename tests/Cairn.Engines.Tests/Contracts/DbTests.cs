using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The members of <c>db</c>, as a script uses them.</summary>
public sealed class DbTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_try_may_fail_and_what_surrounds_it_stays(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Query("things").InsertAsync(new { name = "before" });
                var error = await db.Try(async () =>
                {
                    await db.Query("things").InsertAsync(new { name = "inside" });
                    await db.Sql("insert into nowhere (id) values (1)");
                });
                var none = await db.Try(async () => await db.Query("things").InsertAsync(new { name = "fine" }));
                await db.Query("things").InsertAsync(new { name = error is null ? "no error" : "an error" });
                await db.Query("things").InsertAsync(new { name = none is null ? "none" : "some" });
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["an error", "before", "fine", "none", "one"], await NamesAsync(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_nested_transaction_is_all_or_nothing(string engine)
    {
        var change = EngineNames.IsTransactional(engine) ? "await db.Schema.CreateTable(\"lost\", table => table.Increments(\"id\"));" : "";
        await using var project = await WithThingsAsync(engine, $$"""
                await db.Transaction(async () => await db.Query("things").InsertAsync(new { name = "kept" }));
                try
                {
                    await db.Transaction(async () =>
                    {
                        await db.Query("things").InsertAsync(new { name = "lost" });
                        {{change}}
                        throw new InvalidOperationException("not this");
                    });
                }
                catch (InvalidOperationException)
                {
                    await db.Query("things").InsertAsync(new { name = "caught" });
                }
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["caught", "kept", "one"], await NamesAsync(project));
        Assert.Equal(["things"], await project.TablesAsync());
    }

    /// <summary>It would end the nested transaction without a word; caught or not, the migration fails and the table is not there.</summary>
    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task A_change_of_the_schema_in_a_nested_transaction_is_refused_where_it_commits(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Transaction(async () => await db.Schema.CreateTable("lost", table => table.Increments("id")));
            """);
        await project.RefuseAsync(1, ["CAIRN3004", "db.Transaction"], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_batch_walks_every_row_once_in_the_order_of_the_key(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.BulkInsert("things", Enumerable.Range(0, 25).Select(i => new { name = $"n{i:00}" }));
                var sizes = new List<int>();
                var walked = await db.Batch("things", 10, async rows =>
                {
                    sizes.Add(rows.Count);
                    foreach (var row in rows)
                        await db.Query("things").Where("id", row["id"]).UpdateAsync(new { name = row.Get<string>("name") + "!" });
                });
                var some = await db.Batch("things", 3, rows => Task.CompletedTask, query => query.WhereStarts("name", "n0"));
                await db.Query("things").InsertAsync(new { name = $"{walked}: {string.Join(", ", sizes)}; {some}" });
            """);
        await project.DoAsync("migrate:latest");
        var names = await NamesAsync(project);
        Assert.Equal("26: 10, 10, 6; 10", names[0]);
        Assert.Equal([.. Enumerable.Range(0, 25).Select(i => $"n{i:00}!"), "one!"], names.Skip(1));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_the_database_has_is_seen_in_one_model(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                db.Schema.CreateTable("parts", table =>
                {
                    table.Integer("thing_id").NotNull().References("things").OnDelete("cascade");
                    table.String("code", 10).NotNull();
                    table.Json("data");
                    table.Primary("thing_id", "code");
                    table.Index("code");
                });
                var key = string.Join("+", await db.Inspect.PrimaryKey("parts"));
                var columns = string.Join("+", (await db.Inspect.Columns("parts")).Select(column => column.Name));
                var foreign = (await db.Inspect.ForeignKeys("parts")).Single();
                var index = (await db.Inspect.Indexes("parts")).Single();
                var has = $"{await db.Inspect.HasTable("parts")} {await db.Inspect.HasTable("none")} {await db.Inspect.HasColumn("parts", "code")} {await db.Inspect.HasColumn("parts", "none")}";
                await db.Query("parts").InsertAsync(new { thing_id = 1, code = "a", data = db.Json.Write(new { words = new[] { "é", "\"" } }) });
                var data = db.Json.Parse((await db.Rows("select data from parts")).Single()["data"]);
                var words = string.Join("", data["words"].AsArray().Select(word => (string)word));
                db.Log($"{key} {columns} {foreign.ReferencedTable} {index.Name} {has} {words} {db.Is(Client.Sqlite)} {db.ServerVersion.Major >= 3}");
            """);
        var result = await project.DoAsync("migrate:latest");
        var isSqlite = engine == EngineNames.Sqlite;
        result.ShouldComplainOf($"thing_id+code thing_id+code+data things parts_code_index True False True False é\" {isSqlite} True");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Settings_reach_the_script_and_a_missing_one_is_named(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Query("things").InsertAsync(new { name = db.Environment + " " + db.Variable("TENANT") });
            """);
        await project.RefuseAsync(1, ["CAIRN7010", "TENANT"], "migrate:latest");
        await File.WriteAllTextAsync(
            Path.Combine(project.Workspace.Folder, "cairn.json"),
            """{ "variables": { "TENANT": "main" }, "environments": { "test": { "variables": { "TENANT": "trial" } } } }""");
        await project.DoAsync("migrate:latest", "--env", "test");
        Assert.Equal(["one", "test trial"], await NamesAsync(project));
    }

    /// <summary>A server's old mode would give such a column a default, and a new value with every update.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_moment_has_no_default_that_nobody_gave_it(string engine)
    {
        await using var project = await WithThingsAsync(engine, """
                await db.Schema.CreateTable("moments", table =>
                {
                    table.Integer("id").NotNull().Primary();
                    table.Timestamp("first").NotNull();
                    table.Timestamp("second").NotNull();
                    table.Timestamp("third");
                });
                await db.Schema.AlterTable("things", table => table.Timestamp("seen").NotNull().Default("2020-02-03 04:05:06"));
                var then = new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc);
                await db.Query("moments").InsertAsync(new { id = 1, first = then, second = then });
                await db.Query("moments").Where("id", 1).UpdateAsync(new { id = 2 });
                await db.Query("things").UpdateAsync(new { name = "seen" });
                var error = await db.Try(async () => await db.Query("moments").InsertAsync(new { id = 3, second = then }));
                db.Log(error is null ? "taken" : "refused");
            """);
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("refused");
        Assert.StartsWith("2020-02-03 04:05:06", await project.Database.ScalarAsync("select first from moments"), StringComparison.Ordinal);
        Assert.StartsWith("2020-02-03 04:05:06", await project.Database.ScalarAsync("select seen from things"), StringComparison.Ordinal);
        Assert.Equal("∅", await project.Database.ScalarAsync("select third from moments"));
    }

    private static Task<IReadOnlyList<string>> NamesAsync(Project project) =>
        project.Database.RowsAsync(project.Database.Engine != EngineNames.Postgres ? "select name from things order by name" : "select name from things order by name collate \"C\"");

    private async Task<Project> WithThingsAsync(string engine, string up)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        return project.Write("20260302A-next.csx", Scripts.Up(up));
    }
}
