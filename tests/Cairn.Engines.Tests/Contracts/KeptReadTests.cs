using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A half run migration that goes on is read from its start again: what it reads answers as it did, also where its own steps have taken that away since.</summary>
public sealed class KeptReadTests(EngineServers servers)
{
    private const string Name = "20260302A-reads.csx";

    /// <summary>Reads a column, and a table's columns, takes both away, and stops until <c>missing</c> is there.</summary>
    private const string Reads =
        """
        [NoTransaction]
        async Task Up(Db db)
        {
            var rows = await db.Rows("select id, name from things order by id");
            var count = await db.Scalar<int>("select count(*) from things");
            var isThere = await db.Inspect.HasColumn("things", "name");
            var columns = (await db.Inspect.Columns("things")).Select(column => column.Name).ToList();
            await db.Schema.CreateTable("names", table => { table.Integer("thing_id").Primary(); table.String("name", 40); table.Boolean("was_there"); });
            await db.Sql("delete from things");
            await db.Schema.AlterTable("things", table => table.DropColumn("name"));
            await db.Schema.DropTable("things");
            await db.Sql("insert into missing (id) values (1)");
            foreach (var row in rows)
            {
                await db.Query("names").InsertAsync(new { thing_id = row["id"], name = $"{row["name"]}, {count}, {string.Join(' ', columns)}", was_there = isThere });
            }
        }

        async Task Down(Db db) => await db.Schema.DropTable("names");
        """;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_was_taken_away_answers_as_it_did(string engine)
    {
        await using var project = await StoppedAsync(engine, Reads);
        await project.RunAsync("migrate:latest");
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["one, 1, id name"], await project.Database.RowsAsync("select name from names"));
        Assert.Equal(1, await project.CountAsync("missing"));
        Assert.Equal(0, await project.CountAsync("cairn_journal"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_was_tried_and_taken_back_keeps_the_reads_before_it(string engine)
    {
        await using var project = await StoppedAsync(
            engine,
            """
            [NoTransaction]
            async Task Up(Db db)
            {
                var name = await db.Scalar<string>("select name from things");
                await db.Try(async () => await db.Sql("insert into nowhere (id) values (1)"));
                await db.Schema.AlterTable("things", table => table.DropColumn("name"));
                await db.Sql("insert into missing (id) values (1)");
                await db.Schema.AlterTable("things", table => table.String("title", 40).NotNull().Default(name));
            }

            async Task Down(Db db) => await db.Schema.AlterTable("things", table => table.DropColumn("title"));
            """);
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["one"], await project.Database.RowsAsync("select title from things"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Types_come_back_as_they_were(string engine)
    {
        await using var project = await StoppedAsync(
            engine,
            """
            [NoTransaction]
            async Task Up(Db db)
            {
                var before = await db.Rows("select id, name, null as blank, 1.5 as half from things");
                var types = string.Join(' ', before.SelectMany(row => new[] { "id", "name", "blank", "half" }.Select(column => row[column]?.GetType().Name ?? "null")));
                await db.Schema.CreateTable("types", table => table.String("text", 200));
                await db.Query("types").InsertAsync(new { text = types });
                await db.Sql("insert into missing (id) values (1)");
                await db.Query("types").InsertAsync(new { text = types });
            }

            async Task Down(Db db) => await db.Schema.DropTable("types");
            """);
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.DoAsync("migrate:latest");
        Assert.Equal(2, await project.CountAsync("types"));
        Assert.Single((await project.Database.RowsAsync("select text from types")).Distinct(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_script_that_asks_otherwise_than_before_is_found_out(string engine)
    {
        var script = Reads.Replace("\"select id, name from things order by id\"", "$\"select id, name from things where name <> '{DateTime.UtcNow.Ticks}'\"", StringComparison.Ordinal);
        await using var project = await StoppedAsync(engine, script);
        await project.RefuseAsync(1, ["CAIRN4006", "query 1", "takes another way now"], "migrate:latest");
    }

    private async Task<Project> StoppedAsync(string engine, string script)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Name, script);
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldComplainOf("missing");
        return project;
    }
}
