using Cairn.Scripting.Formats.Sql;
using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class SqlSplitterTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n -- only a comment\n/* and ; another */ ;;")]
    [InlineData("a", "a")]
    [InlineData("a;b ; c;", "a", "b", "c")]
    [InlineData("select 'a;''b';x", "select 'a;''b'", "x")]
    [InlineData("select \"a;\"\"b\";x", "select \"a;\"\"b\"", "x")]
    [InlineData("-- first; comment\na -- second;\n, b;/* third; */ c", "a -- second;\n, b", "c")]
    [InlineData("begin; insert; commit;", "begin", "insert", "commit")]
    [InlineData("select case when 1 then 2 end; x", "select case when 1 then 2 end", "x")]
    [InlineData("create table event (begin int); x", "create table event (begin int)", "x")]
    [InlineData("create view v as select 1 as begin; x", "create view v as select 1 as begin", "x")]
    [InlineData("a;\r\n b\r\n;\r\n", "a", "b")]
    public void What_all_clients_read_alike(string sql, params string[] expected)
    {
        foreach (var client in Enum.GetValues<Client>())
        {
            Assert.Equal(expected, Split(sql, client));
        }
    }

    [Theory]
    [InlineData("select [a;b], `c;d`; x", "select [a;b], `c;d`", "x")]
    [InlineData("select 'a\\'; x", "select 'a\\'", "x")]
    [InlineData("select '--'; /* /* */ x", "select '--'", "x")]
    [InlineData("create trigger t after insert on a begin update a set b = case when 1 then 2 else 3 end; delete from c; end; x", "create trigger t after insert on a begin update a set b = case when 1 then 2 else 3 end; delete from c; end", "x")]
    [InlineData("create trigger t after insert on a when case new.x when 1 then 1 end begin select new.end; end; x", "create trigger t after insert on a when case new.x when 1 then 1 end begin select new.end; end", "x")]
    [InlineData("create trigger t before delete on a begin select raise(abort, 'end;'); -- end;\n end;x", "create trigger t before delete on a begin select raise(abort, 'end;'); -- end;\n end", "x")]
    [InlineData("create trigger t after update of begin on a when case new.x when 1 then 1 end begin select new.end; end; x", "create trigger t after update of begin on a when case new.x when 1 then 1 end begin select new.end; end", "x")]
    public void Sqlite(string sql, params string[] expected) => Assert.Equal(expected, Split(sql, Client.Sqlite));

    [Theory]
    [InlineData("select E'a\\';b', e'\\\\'; x", "select E'a\\';b', e'\\\\'", "x")]
    [InlineData("select 'a\\'; x", "select 'a\\'", "x")]
    [InlineData("select name'a\\'; x", "select name'a\\'", "x")]
    [InlineData("/* a; /* nested; */ b; */ x; y", "x", "y")]
    [InlineData("do $$ begin perform 1; end $$; x", "do $$ begin perform 1; end $$", "x")]
    [InlineData("create function f() returns int as $body$ select '$$;'; $body$ language sql; x", "create function f() returns int as $body$ select '$$;'; $body$ language sql", "x")]
    [InlineData("prepare p as select $1; select a$b$c; x", "prepare p as select $1", "select a$b$c", "x")]
    [InlineData("create or replace function f(a int) returns int begin atomic insert into t values (1); select case a when 1 then 2 end; end; x", "create or replace function f(a int) returns int begin atomic insert into t values (1); select case a when 1 then 2 end; end", "x")]
    [InlineData("create rule r as on insert to t do also (insert into a values (1); insert into b values (2)); x", "create rule r as on insert to t do also (insert into a values (1); insert into b values (2))", "x")]
    [InlineData("create trigger t before update on a for each row execute function f(); x", "create trigger t before update on a for each row execute function f()", "x")]
    [InlineData("select a[1], b #> '{x;y}'; x", "select a[1], b #> '{x;y}'", "x")]
    [InlineData("select $ü$;$ü$, U&'d\\0061;'; x", "select $ü$;$ü$, U&'d\\0061;'", "x")]
    [InlineData("create function f(begin int) returns int language sql return begin + 1; x", "create function f(begin int) returns int language sql return begin + 1", "x")]
    public void Postgres(string sql, params string[] expected) => Assert.Equal(expected, Split(sql, Client.Postgres));

    [Theory]
    [InlineData("select 'a\\';b', \"c\\\";d\", `e;f`; x", "select 'a\\';b', \"c\\\";d\", `e;f`", "x")]
    [InlineData("# a; comment\nselect 5--1; -- b;\nx", "select 5--1", "x")]
    [InlineData("/*!40101 SET NAMES utf8; */; /* no */; x", "/*!40101 SET NAMES utf8; */", "x")]
    [InlineData("DELIMITER //\ncreate procedure p() begin select 1; end //\nselect 2; select 3//\ndelimiter ;\nx;y", "create procedure p() begin select 1; end", "select 2; select 3", "x", "y")]
    [InlineData("delimiter $$\r\ncreate trigger t before insert on a for each row begin set new.b = 1; end$$\r\ndelimiter ;\r\nx", "create trigger t before insert on a for each row begin set new.b = 1; end", "x")]
    [InlineData("create definer=`r`@`h` procedure p() begin if a then select 1; end if; while a do set b = 1; end while; case a when 1 then select 2; end case; select case a when 1 then 2 end; end; x", "create definer=`r`@`h` procedure p() begin if a then select 1; end if; while a do set b = 1; end while; case a when 1 then select 2; end case; select case a when 1 then 2 end; end", "x")]
    [InlineData("create procedure p() l: loop leave l; end loop; x", "create procedure p() l: loop leave l", "end loop", "x")]
    [InlineData("create function f() returns int begin declare i int; a: begin set i = 1; end a; begin end; return i; end; x", "create function f() returns int begin declare i int; a: begin set i = 1; end a; begin end; return i; end", "x")]
    [InlineData("create trigger t before insert on a for each row set new.b = 1; x", "create trigger t before insert on a for each row set new.b = 1", "x")]
    [InlineData("create event e on schedule every 1 day do begin delete from a; end; x", "create event e on schedule every 1 day do begin delete from a; end", "x")]
    [InlineData("begin not atomic declare i int; set i = 1; end; x", "begin not atomic declare i int; set i = 1; end", "x")]
    [InlineData("drop procedure if exists p; create table t (a int); x", "drop procedure if exists p", "create table t (a int)", "x")]
    [InlineData("create procedure if not exists p() begin for i in 1..3 do select 1; end for; end; x", "create procedure if not exists p() begin for i in 1..3 do select 1; end for; end", "x")]
    public void MySql_and_MariaDb(string sql, params string[] expected)
    {
        Assert.Equal(expected, Split(sql, Client.MySql));
        Assert.Equal(expected, Split(sql, Client.MariaDb));
    }

    [Fact]
    public void Each_statement_has_its_line()
    {
        var statements = SqlSplitter.Split("-- c\na\n'x\ny';\n\n/* z\n */ b; c;\r\nd", Client.Postgres, 10);
        Assert.Equal([11, 16, 16, 17], statements.Select(statement => statement.Line));
    }

    [Theory]
    [InlineData("a;\nselect 'b;\nc", Client.Sqlite, 2, "a quote '")]
    [InlineData("a;\n/* b;\nc", Client.MySql, 2, "a comment /*")]
    [InlineData("a;\n\ndo $x$ begin; end $$;", Client.Postgres, 3, "a quote $x$")]
    [InlineData("select [a;", Client.Sqlite, 1, "a name in [ ]")]
    [InlineData("a;\nCOPY t (a)\nFROM stdin;\n1\n\\.", Client.Postgres, 2, "COPY")]
    public void What_cannot_be_split_is_an_error(string sql, Client client, int line, string what)
    {
        var error = Assert.Throws<CairnException>(() => SqlSplitter.Split(sql, client));
        Assert.Equal((ErrorCodes.SqlSectionInvalid, line), (error.Code, error.Line));
        Assert.StartsWith(what, error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Split(string sql, Client client) => SqlSplitter.Split(sql, client).Select(statement => statement.Text);
}
