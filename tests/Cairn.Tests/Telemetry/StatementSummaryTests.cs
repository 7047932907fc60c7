using Cairn.Runtime.Telemetry.Texts;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>A statement in a few words, to group by.</summary>
public sealed class StatementSummaryTests
{
    [Theory]
    [InlineData("create table if not exists pages (id int)", "create table pages", "create table", "pages")]
    [InlineData("CREATE TEMP TABLE pages AS SELECT * FROM drafts", "CREATE TABLE pages", "CREATE TABLE", "pages")]
    [InlineData("create unique index concurrently i on shop.pages (a)", "create index shop.pages", "create index", "shop.pages")]
    [InlineData("alter table only pages add b int", "alter table pages", "alter table", "pages")]
    [InlineData("drop table if exists pages", "drop table pages", "drop table", "pages")]
    [InlineData("truncate table pages", "truncate pages", "truncate", "pages")]
    [InlineData("insert or ignore into pages values (1)", "insert pages", "insert", "pages")]
    [InlineData("replace into pages values (1)", "replace pages", "replace", "pages")]
    [InlineData("update pages set a = 1 where b = 2", "update pages", "update", "pages")]
    [InlineData("delete from pages where a = 1", "delete pages", "delete", "pages")]
    [InlineData("copy pages (a) from stdin", "copy pages", "copy", "pages")]
    [InlineData("select extract(year from made) from pages", "select pages", "select", "pages")]
    [InlineData("select 1", "select", "select", null)]
    [InlineData("select * from generate_series(1, 3)", "select", "select", null)]
    [InlineData("vacuum", "vacuum", "vacuum", null)]
    [InlineData("create extension if not exists citext", "create extension citext", "create extension", null)]
    [InlineData("select a from pages, drafts where 1 = 1", "select pages drafts", "select", null)]
    [InlineData("select a from pages join drafts on a = b", "select pages drafts", "select", null)]
    [InlineData("insert into pages (a) select a from drafts", "insert pages select drafts", null, null)]
    [InlineData("with d as (delete from drafts returning a) insert into pages select a from d", "delete drafts insert pages select d", null, null)]
    [InlineData("select a from (select a from pages) x", "select select pages", null, null)]
    [InlineData("insert into pages values (1); update drafts set a = 1;", "insert pages update drafts", null, null)]
    [InlineData("create trigger t after insert on pages begin update drafts set a = 1; end", "create trigger pages", null, null)]
    [InlineData("insert into pages (a) values (1) on conflict (a) do update set a = 2", "insert pages", "insert", "pages")]
    [InlineData("/* nothing */", "", null, null)]
    [InlineData("create", "create", "create", null)]
    [InlineData("insert into", "insert", "insert", null)]
    public void It_has_the_operations_and_what_they_are_about(string sql, string summary, string? operation, string? collection)
    {
        foreach (var client in Enum.GetValues<Client>())
        {
            Assert.Equal(new StatementSummary(summary, operation, collection), Of(client, sql));
        }
    }

    [Theory]
    [InlineData(Client.Postgres, "insert into \"shop\".\"pages\" values (1)", "insert shop.pages")]
    [InlineData(Client.Postgres, "insert into \"My Pages\" values (1)", "insert \"My Pages\"")]
    [InlineData(Client.MySql, "insert into `pages` values (1)", "insert pages")]
    [InlineData(Client.Sqlite, "insert into [pages] select * from \"drafts\"", "insert pages select drafts")]
    public void Quotes_that_a_name_does_not_need_are_left_out(Client client, string sql, string summary) => Assert.Equal(summary, Of(client, sql).Text);

    [Fact]
    public void A_long_one_ends_between_two_parts()
    {
        var summary = Of(Client.Postgres, string.Join(";", Enumerable.Range(1, 100).Select(number => $"insert into table_number_{number} values (1)"))).Text;
        Assert.InRange(summary.Length, 200, StatementSummary.Longest);
        Assert.Matches(@"\A(insert table_number_\d+ ?)+(insert)?\z", summary);
    }

    private static StatementSummary Of(Client client, string sql) => StatementSummary.Of([.. new SqlTokens(client, sql).Read()]);
}
