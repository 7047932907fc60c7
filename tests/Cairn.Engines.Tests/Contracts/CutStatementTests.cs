using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A run that was cut between a statement and the note that it was done: the catalogue is asked, else the user, and nothing is guessed.</summary>
public sealed class CutStatementTests(EngineServers servers)
{
    private const string Name = "20260302A-cut.csx";

    private const string Text =
        """
        [NoTransaction]
        async Task Up(Db db)
        {
            await db.Sql("vacuum");
            await db.Schema.CreateTable("first", table => table.Increments("id"));
            await db.Sql("insert into missing (id) values (1)");
        }

        async Task Down(Db db) => await db.Schema.DropTable("first");
        """;

    public static TheoryData<string> Vacuuming => [EngineNames.Sqlite, EngineNames.Postgres];

    [Theory, MemberData(nameof(Vacuuming))]
    public async Task Raw_sql_is_asked_about_and_done_is_believed(string engine)
    {
        await using var project = await CutAsync(engine, step: 1);
        await project.RefuseAsync(1, ["CAIRN4004", "vacuum", "--resume done", "--resume again"], "migrate:latest");
        await project.DoAsync("migrate:latest", "--resume", "done");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(Vacuuming))]
    public async Task Raw_sql_is_run_again_where_the_user_says_so(string engine)
    {
        await using var project = await CutAsync(engine, step: 1);
        (await project.DoAsync("migrate:latest", "--resume", "again", "--verbose")).ShouldComplainOf("vacuum");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(Vacuuming))]
    public async Task An_answer_is_one_of_two_words(string engine)
    {
        await using var project = await CutAsync(engine, step: 1);
        await project.RefuseAsync(2, ["CAIRN7009", "maybe"], "migrate:latest", "--resume", "maybe");
    }

    [Fact]
    public async Task An_index_that_was_built_is_seen_in_the_catalogue()
    {
        await using var project = await IndexAsync();
        await project.Database.ExecuteAsync("update cairn_journal set state = 'Started', statements_done = 0 where position = 1");
        await project.DoAsync("migrate:latest");
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from pg_indexes where indexname = 'things_name_index'"));
    }

    [Fact]
    public async Task An_index_that_was_not_built_is_built()
    {
        await using var project = await IndexAsync();
        await project.Database.ExecuteAsync("update cairn_journal set state = 'Started', statements_done = 0 where position = 1");
        await project.Database.ExecuteAsync("drop index things_name_index");
        await project.DoAsync("migrate:latest");
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from pg_indexes where indexname = 'things_name_index'"));
    }

    [Fact]
    public async Task An_invalid_index_that_a_failed_build_left_is_replaced()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("insert into things (name) values ('one')");
        project.Write(Name, "[NoTransaction]\n" + Scripts.Up("    await db.Schema.AlterTable(\"things\", table => table.Unique(\"name\").Concurrently().Where(\"id > 0\"));"));
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        await project.Database.ExecuteAsync("delete from things where id > 1");
        await project.DoAsync("migrate:latest");
        Assert.Equal("1", await project.Database.ScalarAsync("select count(*) from pg_index where indisvalid and indrelid = 'things'::regclass and not indisprimary"));
    }

    private async Task<Project> CutAsync(string engine, int step)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Name, Text);
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldComplainOf("1. vacuum: done", "2. create table first: done");
        await project.Database.ExecuteAsync("create table missing (id integer)");
        await project.Database.ExecuteAsync($"update cairn_journal set state = 'Started', statements_done = 0 where position = {step}");
        return project;
    }

    private async Task<Project> IndexAsync()
    {
        var project = await Project.NewAsync(servers, EngineNames.Postgres);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Name, "[NoTransaction]\n" + Scripts.Up(
            """
                await db.Schema.AlterTable("things", table => table.Index("name").Concurrently());
                await db.Sql("insert into missing (id) values (1)");
            """));
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        await project.Database.ExecuteAsync("create table missing (id integer)");
        return project;
    }
}
