using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;
using Xunit;

namespace Cairn.Tests.Tool.Output;

public sealed class PlanTests
{
    private static readonly RunReport Plan = new(Client.Postgres, "shop")
    {
        DryRun = true,
        Migrations =
        [
            new("20260301A", "Add Note", MigrationSourceKind.Custom, "a.csx", Direction.Up, OutcomeState.Planned) { Sql = ["create table a (b text)", "create index i\n  on a (b)"] },
            new("20260301B", "Drop It", MigrationSourceKind.Custom, "b.csx", Direction.Down, OutcomeState.Planned) { Sql = ["drop table a;"], Notes = ["reads what\nit made"] },
        ],
    };

    [Fact]
    public void For_people_each_migration_has_its_sql()
    {
        Assert.Equal("""
            would apply 20260301A Add Note
              create table a (b text);
              create index i
                on a (b);
            would roll back 20260301B Drop It
              note: reads what
            it made
              drop table a;
            2 migrations planned; nothing was changed.

            """.ReplaceLineEndings("\n"), PrintedReport.Of(context => RunResult.Of(context, Plan, "Nothing.")).Output);
    }

    [Fact]
    public void For_the_databases_client_there_is_only_sql_and_comments()
    {
        Assert.Equal("""
            -- 20260301A Add Note (up)
            create table a (b text);
            create index i
              on a (b);

            -- 20260301B Drop It (down)
            -- note: reads what it made
            drop table a;


            """.ReplaceLineEndings("\n"), PrintedReport.Of(context => RunResult.Of(context, Plan, "Nothing.", sqlOnly: true)).Output);
    }

    [Fact]
    public void In_json_the_statements_are_with_their_migration()
    {
        var json = PrintedReport.Of(context => RunResult.Of(context, Plan, "Nothing."), new() { Json = true }).Json;
        Assert.Equal("planned", json.GetProperty("migrations")[0].GetProperty("state").GetString());
        Assert.Equal(2, json.GetProperty("migrations")[0].GetProperty("sql").GetArrayLength());
        Assert.Equal("down", json.GetProperty("migrations")[1].GetProperty("direction").GetString());
    }

    [Fact]
    public void Nothing_to_plan_is_said_but_never_into_a_script()
    {
        var empty = Plan with { Migrations = [] };
        Assert.Equal("Nothing.\n", PrintedReport.Of(context => RunResult.Of(context, empty, "Nothing.")).Output);
        Assert.Empty(PrintedReport.Of(context => RunResult.Of(context, empty, "Nothing.", sqlOnly: true)).Output);
    }

    [Theory]
    [InlineData("select 1", Client.Postgres, "select 1;")]
    [InlineData(" select 1 ; \n", Client.Postgres, "select 1;")]
    [InlineData("select 1 -- one", Client.Sqlite, "select 1 -- one\n;")]
    [InlineData("create trigger t begin delete from a; end", Client.Sqlite, "create trigger t begin delete from a; end;")]
    [InlineData("create trigger t begin delete from a; end", Client.MySql, "DELIMITER $$\ncreate trigger t begin delete from a; end\n$$\nDELIMITER ;")]
    [InlineData("select 1 # one", Client.MariaDb, "select 1 # one\n;")]
    public void A_statement_has_its_end(string sql, Client client, string expected) => Assert.Equal(expected, SqlScript.Statement(sql, client));
}
