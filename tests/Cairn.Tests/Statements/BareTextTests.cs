using Cairn.Runtime.Data.Statements;
using Xunit;

namespace Cairn.Tests.Statements;

/// <summary>Comments and quotes, each of which may hold what looks like the other.</summary>
public sealed class BareTextTests
{
    [Theory]
    [InlineData("select '--', a; drop table b", "select '', a; drop table b")]
    [InlineData("select 'it''s; --' /* '; */, \"a;b\" -- '; x\n, c", "select ''  , ''  \n, c")]
    [InlineData("/* one */ -- two\n  begin", "begin")]
    [InlineData("select ''", "select ''")]
    [InlineData("select 'not closed; drop", "select ''")]
    [InlineData("-- only a comment", "")]
    public void On_every_database(string sql, string bare)
    {
        foreach (var client in Enum.GetValues<Client>())
        {
            Assert.Equal(Words(bare), Words(BareText.Of(client, sql)));
        }
    }

    [Theory]
    [InlineData(Client.MariaDb, @"select 'a\'; b', c", "select '', c")]
    [InlineData(Client.MySql, @"select ""a\""; b"", c", "select '', c")]
    [InlineData(Client.Sqlite, @"select 'a\'; b", "select ''; b")]
    [InlineData(Client.Postgres, @"select 'a\'; b", "select ''; b")]
    [InlineData(Client.Postgres, @"select E'a\'; b', c", "select '', c")]
    [InlineData(Client.Postgres, @"select name'a\'; b", "select name''; b")]
    public void A_backslash_escapes_where_it_does(Client client, string sql, string bare) => Assert.Equal(Words(bare), Words(BareText.Of(client, sql)));

    [Theory]
    [InlineData(Client.Postgres, "do $$ begin; 'x $$; b", "do ''; b")]
    [InlineData(Client.Postgres, "do $a$ $$ ; $b$ $a$; b", "do ''; b")]
    [InlineData(Client.Postgres, "select $1; b$c$; d$c$", "select $1; b$c$; d$c$")]
    [InlineData(Client.Postgres, "a /* /* ; */ ; */ b", "a b")]
    [InlineData(Client.MariaDb, "select `a;b`, c # ; d\n, e", "select '', c , e")]
    [InlineData(Client.MariaDb, "select 1--1; b", "select 1--1; b")]
    [InlineData(Client.Sqlite, "select [a;b], c", "select '', c")]
    [InlineData(Client.MariaDb, "/*!50003 drop table a */; b", "drop table a ; b")]
    [InlineData(Client.MySql, "select 1 /*! ; delete from a where b = '*/' */, c", "select 1 ; delete from a where b = '' , c")]
    [InlineData(Client.Sqlite, "/*! drop */ a", "a")]
    public void What_only_some_have(Client client, string sql, string bare) => Assert.Equal(Words(bare), Words(BareText.Of(client, sql)));

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
