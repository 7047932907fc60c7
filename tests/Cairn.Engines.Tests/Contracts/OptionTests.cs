using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Options have the effect that their name says.</summary>
public sealed class OptionTests(EngineServers servers)
{
    private const string Name = "20260302A-optional.csx";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_statement_that_takes_too_long_is_ended(string engine)
    {
        await using var project = await WithThingsAsync(engine);
        var endless = Scripts.Endless(engine);
        project.Write(Name, $$"""
            [Timeout("300ms")]
            async Task Up(Db db)
            {
                await db.Query("things").InsertAsync(new { name = "two" });
                await db.Sql("{{endless}}");
            }

            void Down(Db db) { }
            """);
        await project.RefuseAsync(1, ["CAIRN3006", Name], "migrate:latest");

        project.Workspace.Delete(Name);
        project.Write("20260302A-optional.sql", $"-- cairn: timeout 300ms\n-- up\n{endless};\n-- down\nselect 1;\n");
        await project.RefuseAsync(1, ["CAIRN3006", "20260302A-optional.sql"], "migrate:latest");

        project.Write("20260302A-optional.sql", $"-- up\n{endless};\n-- down\nselect 1;\n");
        await project.RefuseAsync(1, ["CAIRN3006", "20260302A-optional.sql"], "migrate:latest", "--statement-timeout", "300ms");
    }

    [Fact]
    public async Task A_lock_that_somebody_else_holds_is_waited_for_so_long_and_no_longer()
    {
        await using var project = await WithThingsAsync(EngineNames.Postgres);
        project.Write(Name, """
            [LockTimeout("200ms")]
            async Task Up(Db db)
            {
                await db.Schema.CreateTable("half", table => table.Increments("id"));
                await db.Schema.AlterTable("things", table => table.Integer("more"));
            }

            void Down(Db db) { }
            """);
        await using (var other = await project.Database.OpenAsync())
        await using (var transaction = await other.BeginTransactionAsync())
        {
            await using var command = other.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "lock table things in share mode";
            await command.ExecuteNonQueryAsync();
            (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN3007", Name);
        }

        Assert.Equal(["things"], await project.TablesAsync());
        await project.DoAsync("migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_migration_for_another_database_is_recorded_and_does_nothing(string engine)
    {
        await using var project = await WithThingsAsync(engine);
        project.Write(Name, """
            [Client(Client.Postgres)]
            async Task Up(Db db) => await db.Schema.CreateTable("only_postgres", table => table.Increments("id"));

            [Client(Client.Postgres)]
            async Task Down(Db db) => await db.Schema.DropTable("only_postgres");
            """);
        project.Write("20260303A-sqlite.sql", "-- cairn: client sqlite\n-- up\ncreate table only_sqlite (id integer);\n-- down\ndrop table only_sqlite;\n");
        project.Write("20260304A-mariadb.sql", "-- cairn: client mariadb\n-- up\ncreate table only_mariadb (id integer);\n-- down\ndrop table only_mariadb;\n");
        project.Write("20260305A-mysql.sql", "-- cairn: client mysql\n-- up\ncreate table only_mysql (id integer);\n-- down\ndrop table only_mysql;\n");
        await project.DoAsync("migrate:latest");
        Assert.Equal([$"only_{engine}", "things"], await project.TablesAsync());
        Assert.Equal(["20260301A", "20260302A", "20260303A", "20260304A", "20260305A"], await project.VersionsAsync());
        await project.DoAsync("migrate:down", "--steps", "4");
        Assert.Equal(["things"], await project.TablesAsync());
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task An_irreversible_one_is_rolled_back_by_force_only(string engine)
    {
        await using var project = await WithThingsAsync(engine);
        project.Write(Name, """
            [Irreversible("the words are gone")]
            void Up(Db db) => db.Sql("delete from things");

            void Down(Db db) => db.Sql("insert into things (name) values ('back')");
            """);
        await project.DoAsync("migrate:latest");
        await project.RefuseAsync(2, ["CAIRN1011", "the words are gone"], "migrate:down");
        await project.DoAsync("migrate:down", "--force");
        Assert.Equal(["back"], await project.Database.RowsAsync("select name from things"));
    }

    private async Task<Project> WithThingsAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        return project;
    }
}
