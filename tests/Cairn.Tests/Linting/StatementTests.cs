using Cairn.Runtime.Linting.Statements;
using Xunit;

namespace Cairn.Tests.Linting;

/// <summary>What raw SQL is read as.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("drop table if exists a, \"b c\" cascade", "drop table a | drop table b c")]
    [InlineData("DROP VIEW v", "drop view v")]
    [InlineData("delete from a", "Delete a all")]
    [InlineData("delete from a -- where x\n", "Delete a all")]
    [InlineData("delete from a where note = 'drop table x;'", "Delete a some")]
    [InlineData("update only audit.a set b = (1)", "Update audit.a all")]
    [InlineData("insert into a (b) values ('where')", "Insert a all")]
    [InlineData("truncate table a, b", "Truncate a all | Truncate b all")]
    [InlineData("alter table a add column b integer not null default 3, drop column c", "alter table a: add column b | alter table a: drop column c")]
    [InlineData("alter table a rename to b", "rename table a to b")]
    [InlineData("alter table A rename column B to c", "alter table a: rename column b to c")]
    [InlineData("alter table a alter column b set not null", "alter table a: forbid null in b")]
    [InlineData("alter table a alter b type bigint using b::bigint", "alter table a: alter column b")]
    [InlineData("alter table a add constraint k foreign key (b) references c (id)", "alter table a: add foreign key k")]
    [InlineData("alter table a add constraint k foreign key (b) references c (id) not valid", "alter table a: ")]
    [InlineData("alter table a add constraint k unique using index i", "alter table a: ")]
    [InlineData("create unique index concurrently i on a using btree (b, c)", "alter table a: create index i")]
    [InlineData("drop index concurrently i", "alter table : drop index i")]
    [InlineData("select 1; vacuum full a", "VACUUM FULL ")]
    [InlineData("do $$ begin delete from a; end $$", "do $$ begin delete from a; end $$")]
    [InlineData("create function f() returns int as $$ delete from a; $$ language sql", "create function f")]
    public void PostgreSQL(string sql, string expected) => Assert.Equal(expected, Read(Client.Postgres, sql));

    [Theory]
    [InlineData("alter table `a` modify column `b` bigint not null", "alter table a: alter column b")]
    [InlineData("alter table a change b c int", "alter table a: rename column b to c, alter column b")]
    [InlineData("alter table a drop primary key", "alter table a: drop primary key ")]
    [InlineData("rename table a to b", "rename table a to b")]
    [InlineData("delete from a # where\n", "Delete a all")]
    [InlineData("update Orders set note = 'it\\'s where' limit 5", "Update Orders some")]
    [InlineData("optimize table a", "OPTIMIZE TABLE ")]
    public void MySQL(string sql, string expected) => Assert.Equal(expected, Read(Client.MySql, sql));

    [Theory]
    [InlineData("varchar(50)", "character varying(20)", true)]
    [InlineData("varchar(20)", "character varying(50)", false)]
    [InlineData("text", "varchar(50)", true)]
    [InlineData("bigint(20) unsigned", "int(11)", true)]
    [InlineData("numeric(10,2)", "numeric(10,4)", true)]
    [InlineData("numeric(10,2)", "numeric(12,2)", false)]
    [InlineData("integer", "numeric(10,2)", false)]
    public void Narrower(string before, string after, bool expected) => Assert.Equal(expected, TypeShape.Of(before)!.IsWiderThan(TypeShape.Of(after)!));

    [Theory]
    [InlineData("character varying(50)", "integer", true)]
    [InlineData("integer", "text", false)]
    [InlineData("timestamp without time zone", "date", true)]
    [InlineData("date", "timestamp with time zone", false)]
    [InlineData("double precision", "integer", true)]
    [InlineData("integer", "double precision", false)]
    public void Lossy(string before, string after, bool expected) => Assert.Equal(expected, TypeShape.Of(before)!.LosesAs(TypeShape.Of(after)!));

    private static string Read(Client client, string sql) => string.Join(" | ", StatementReading.Read(client, sql).Select(operation => operation switch
    {
        ChangeRows rows => $"{rows.Describe()} {(rows.HasCondition ? "some" : "all")}",
        _ => operation.Describe(),
    }));
}
