using Cairn.Runtime.Telemetry.Texts;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>What of a statement is shown to those who trace: no literal, no comment, nothing of which it is not sure.</summary>
public sealed class StatementTextTests
{
    [Theory]
    [InlineData("insert into t (a, b) values ('secret', 42)", "insert into t (a, b) values (?, ?)")]
    [InlineData("select 'it''s secret' || 'secret'", "select ? || ?")]
    [InlineData("select a1, -1, 1.5e-3, .5, 0xC0FFEE, x'ab', N'secret'", "select a1, -?, ?, ?, ?, ?, ?")]
    [InlineData("update t set a = TRUE, b = null where c in (1, 2, 3)", "update t set a = ?, b = null where c in (?, ?, ?)")]
    [InlineData("select /* password: 'secret' */ 1 -- secret\n, 2", "select ?, ?")]
    [InlineData("select @p0, :name, $1, ?1", "select @p0, :name, $1, ?1")]
    [InlineData("  create\n\ttable  t (a varchar(20)\r\n, b decimal(10,2))  ", "create table t (a varchar(?) , b decimal(?,?))")]
    [InlineData("select 'secret", "select ?")]
    [InlineData("select 1 /* secret", "select ?")]
    [InlineData("select '/*', secretless, '*/'", "select ?, secretless, ?")]
    [InlineData("select '--' /* ' */, 'secret' -- '", "select ? , ?")]
    public void Literals_and_comments_are_left_out(string sql, string shown)
    {
        foreach (var client in Enum.GetValues<Client>())
        {
            Assert.Equal(shown.Replace(" ,", ",", StringComparison.Ordinal), Shown(client, sql).Replace(" ,", ",", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("select E'it\\'s secret', 'b'", "select ?, ?")]
    [InlineData("do $$ begin raise notice 'secret'; end $$", "do ?")]
    [InlineData("create function f() returns text language sql as $body$ select $$secret$$ $body$", "create function f() returns text language sql as ?")]
    [InlineData("select a$b$c, 'secret' from \"My Table\"", "select a$b$c, ? from \"My Table\"")]
    [InlineData("/* a /* b */ 'secret' */ select 1", "select ?")]
    [InlineData("select a #> '{secret}'", "select a #> ?")]
    [InlineData("comment on table t is 'secret'", "comment on table t is ?")]
    [InlineData("select U&'\\0073ecret', B'01'", "select U&?, ?")]
    public void On_PostgreSQL(string sql, string shown) => Assert.Equal(shown, Shown(Client.Postgres, sql));

    [Theory]
    [InlineData("insert into `my table` values (\"secret\", 'secret') # secret", "insert into `my table` values (?, ?)")]
    [InlineData("select 'C:\\\\', 'b', _utf8mb4'secret'", "select ?, ?, ?")]
    [InlineData("select '{\"a\": \"\\\"\"}', 1", "select ?, ?")]
    [InlineData("select 'a' -- secret\n, 1", "select ?, ?")]
    public void On_MySql_and_MariaDB(string sql, string shown)
    {
        Assert.Equal(shown, Shown(Client.MySql, sql).Replace(" ,", ",", StringComparison.Ordinal));
        Assert.Equal(shown, Shown(Client.MariaDb, sql).Replace(" ,", ",", StringComparison.Ordinal));
    }

    /// <summary>SQLite makes a text of a name that it does not know.</summary>
    [Theory]
    [InlineData("insert into \"t\" (a) values (\"secret\")", "insert into \"t\" (a) values (?)")]
    [InlineData("create table [my table] (`a` text default \"secret\")", "create table [my table] (`a` text default ?)")]
    [InlineData("create unique index \"i\" on \"t\" (a)", "create unique index \"i\" on \"t\" (a)")]
    [InlineData("select \"secret\" from \"main\".\"t\"", "select ? from \"main\".\"t\"")]
    public void On_SQLite(string sql, string shown) => Assert.Equal(shown, Shown(Client.Sqlite, sql));

    /// <summary>Whether a backslash escapes, and whether a server runs what is in a comment, hangs on its settings and version: nothing is shown from there on.</summary>
    [Theory]
    [InlineData(Client.MySql, "select 'it\\'s', 'secret'", "select ?…")]
    [InlineData(Client.MySql, "insert into t values ('C:\\', 'secret')", "insert into t values (?…")]
    [InlineData(Client.MariaDb, "select \"a\\\", 'secret', \"\"", "select ?…")]
    [InlineData(Client.Postgres, "select 'it\\'s', 'secret'", "select ?…")]
    [InlineData(Client.MySql, "/*!50000 create table t (a text default 'secret') */", "…")]
    [InlineData(Client.MariaDb, "select 1 /*M! don't */, 'secret'", "select ?…")]
    [InlineData(Client.MySql, "select 1 /*!99999 don't */, 'secret'", "select ?…")]
    [InlineData(Client.MySql, "select 1 --secret", "select ?…")]
    public void What_is_not_sure_ends_it(Client client, string sql, string shown) => Assert.Equal(shown, Shown(client, sql).Replace(" …", "…", StringComparison.Ordinal));

    /// <summary>Passwords and settings need no quotes, and a wrong statement is shown too.</summary>
    [Theory]
    [InlineData(Client.Postgres, "create user bob password 'secret'", "create user bob…")]
    [InlineData(Client.Postgres, "alter role bob with password \"secret\"", "alter role bob…")]
    [InlineData(Client.Postgres, "alter system set app.key = secret", "alter system set…")]
    [InlineData(Client.Postgres, "set app.key to secret", "set app.…")]
    [InlineData(Client.Postgres, "create subscription s connection 'host=a password=secret' publication p", "create subscription s…")]
    [InlineData(Client.MySql, "CREATE USER 'bob'@'%' IDENTIFIED BY 'secret'", "CREATE USER ?…")]
    [InlineData(Client.MySql, "grant all on d.* to bob identified by secret", "grant all on d.* to bob identified…")]
    [InlineData(Client.MySql, "set password for bob = secret", "set password for…")]
    [InlineData(Client.MySql, "change master to master_password=secret", "change master to…")]
    [InlineData(Client.Sqlite, "pragma key = secret", "pragma key =…")]
    [InlineData(Client.Sqlite, "select 1; pragma key(secret)", "select ?; pragma key(…")]
    [InlineData(Client.Sqlite, "attach database a as b key secret", "attach database a…")]
    public void Of_accounts_and_settings_only_the_first_words_are_shown(Client client, string sql, string shown) => Assert.Equal(shown, Shown(client, sql));

    [Fact]
    public void A_long_one_is_cut()
    {
        var shown = Shown(Client.Postgres, $"insert into t values {string.Join(", ", Enumerable.Repeat("('secret')", 1000))}");
        Assert.InRange(shown.Length, StatementText.Longest - 20, StatementText.Longest + 1);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
    }

    private static string Shown(Client client, string sql) => StatementText.Of(new SqlTokens(client, sql).Read());
}
