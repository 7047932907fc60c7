using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Statements;
using Xunit;

namespace Cairn.Tests.Statements;

/// <summary>What a raw statement does to transactions, by its words; never by what is in its texts or comments.</summary>
public sealed class StatementTraitTests
{
    [Theory]
    [InlineData("insert into a (b) values ('x; drop table a')")]
    [InlineData("insert into a (b) values ('it\\'s; x')")]
    [InlineData("insert into a (b) values ('-- no comment'); select last_insert_id()")]
    [InlineData("update a set b = '/*' where c = '*/'; delete from d;")]
    [InlineData("(select 1)")]
    [InlineData("rollback to savepoint a")]
    [InlineData("set @a = 1; insert into b values (@a)")]
    public void A_change_of_rows_can_be_rolled_back(string sql) =>
        Assert.Equal("Transactional", $"{StatementTraits.Of(Client.MariaDb, sql)}");

    [Theory]
    [InlineData("insert into a (b) values ('x'); drop table a")]
    [InlineData("create table a (b int)")]
    [InlineData("/*!50003 create table a (b int) */")]
    [InlineData("call a()")]
    [InlineData("insert into a values (1); rollback")]
    [InlineData("set statement max_statement_time = 1 for update a set b = 1")]
    [InlineData("set names utf8mb4; update a set b = 1")]
    public void The_rest_commits_on_MySql_and_MariaDb(string sql) =>
        Assert.Equal("CommitsByItself", $"{StatementTraits.Of(Client.MySql, sql)}");

    [Theory]
    [InlineData(Client.Postgres, "create index concurrently a on b (c)", "CommitsByItself")]
    [InlineData(Client.Postgres, "insert into a values ('concurrently')", "Transactional")]
    [InlineData(Client.Postgres, "-- vacuum\ninsert into a values (1)", "Transactional")]
    [InlineData(Client.Postgres, "/* '*/ vacuum a", "CommitsByItself")]
    [InlineData(Client.Sqlite, "vacuum", "CommitsByItself")]
    [InlineData(Client.Sqlite, "pragma foreign_keys = 0", "OfSession")]
    [InlineData(Client.MariaDb, "set foreign_key_checks = 0", "OfSession")]
    public void Others_by_their_words(Client client, string sql, string trait) => Assert.Equal(trait, $"{StatementTraits.Of(client, sql)}");

    [Theory]
    [InlineData(Client.MariaDb, "drop table a", true)]
    [InlineData(Client.MariaDb, "drop table if exists `a,b`", true)]
    [InlineData(Client.MariaDb, "drop table a, b", false)]
    [InlineData(Client.MySql, "call a()", false)]
    [InlineData(Client.MySql, "-- call\nalter table a add b int, add c int", true)]
    [InlineData(Client.MariaDb, "create or replace table a (b int)", false)]
    [InlineData(Client.MariaDb, "create table a (b int, c int)", true)]
    [InlineData(Client.MariaDb, "create table a (b int); create table b (c int)", false)]
    [InlineData(Client.MariaDb, "create user a, b", false)]
    [InlineData(Client.Postgres, "call a()", false)]
    [InlineData(Client.Postgres, "vacuum", true)]
    public void A_refused_statement_may_have_done_a_part(Client client, string sql, bool allOrNothing) =>
        Assert.Equal(allOrNothing, StatementTraits.IsAllOrNothing(client, sql));

    [Theory]
    [InlineData(Client.MariaDb, "set session transaction isolation level read committed", true)]
    [InlineData(Client.MariaDb, "set autocommit = 0", true)]
    [InlineData(Client.MariaDb, "set foreign_key_checks = 0", false)]
    [InlineData(Client.MariaDb, "set @a = 'transaction'", false)]
    public void A_statement_of_the_session_may_end_the_transaction(Client client, string sql, bool ends) =>
        Assert.Equal(ends, StatementTraits.MayEndTransaction(client, sql));

    [Theory]
    [InlineData(Client.MariaDb, "select 'delete' from a", true)]
    [InlineData(Client.MariaDb, "select 'it\\'s' as a -- delete\nfrom b", true)]
    [InlineData(Client.MariaDb, "/* read */ select 1; delete from a", false)]
    [InlineData(Client.Postgres, "select $$delete$$", true)]
    [InlineData(Client.Postgres, "with a as (delete from b returning *) select * from a", false)]
    [InlineData(Client.Sqlite, "pragma table_info(a)", true)]
    [InlineData(Client.Sqlite, "pragma foreign_keys = 0", false)]
    public void Only_reading(Client client, string sql, bool reads) => Assert.Equal(reads, StatementKinds.OnlyReads(client, sql));

    [Theory]
    [InlineData("/* ' */ commit")]
    [InlineData("# quietly\nrollback")]
    [InlineData("/*! commit */")]
    public void An_own_transaction_is_seen_behind_comments(string sql) =>
        Assert.Equal(ErrorCodes.OwnTransaction, Assert.Throws<CairnException>(() => TransactionGuard.Check(Client.MariaDb, sql)).Code);

    [Theory]
    [InlineData("rollback to savepoint a")]
    [InlineData("-- commit\nselect 1")]
    [InlineData("")]
    public void Others_are_let_through(string sql) => TransactionGuard.Check(Client.MariaDb, sql);
}
