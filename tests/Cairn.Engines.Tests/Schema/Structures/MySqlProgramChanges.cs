namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>Changes of views, triggers, routines and events that both servers understand.</summary>
internal static class MySqlProgramChanges
{
    private const string Gone = "create trigger gone after delete on orders for each row insert into log (what) values (old.id)";

    private const string CountUp =
        "create trigger count_up before insert on orders for each row precedes log_it set new.quantity = coalesce(new.quantity, (select max(quantity) from {db}.orders))";

    private const string Total =
        "create function total(customer int) returns int deterministic reads sql data return (select count(*) from {db}.orders where customer_id = customer)";

    private const string Big = "sql security invoker view big as select id, quantity from orders where quantity > 10 with local check option";

    public static readonly StructureChange[] All =
    [
        new("drop trigger gone", Gone, "- trigger gone of orders"),
        new("drop trigger gone;;" + Gone.Replace("old.id", "old.id + 1"), "drop trigger gone;;" + Gone, "~ trigger gone of orders [definition]"),
        new("drop trigger gone;;" + Gone.Replace("after", "before"), "drop trigger gone;;" + Gone, "~ trigger gone of orders [timing]"),
        new("drop trigger gone;;" + Gone.Replace("delete", "update"), "drop trigger gone;;" + Gone, "~ trigger gone of orders [event]"),
        new("drop trigger gone;;set sql_mode = '';;" + Gone + ";;set sql_mode = default", "drop trigger gone;;" + Gone, "~ trigger gone of orders [sql mode]"),
        new("drop trigger gone;;" + Gone.Replace("trigger", "definer = `somebody`@`%` trigger"), "drop trigger gone;;" + Gone, "~ trigger gone of orders [definer]"),
        new("drop trigger count_up;;" + CountUp.Replace("precedes", "follows"), "drop trigger count_up;;" + CountUp, "~ trigger count_up of orders [follows]", "~ trigger log_it of orders [follows]"),
        new("create or replace algorithm = merge " + Big.Replace("> 10", "> 11"), "create or replace algorithm = merge " + Big, "~ view big [definition]"),
        new("create or replace algorithm = temptable " + Big.Replace(" with local check option", ""), "create or replace algorithm = merge " + Big, "~ view big [algorithm, check option]"),
        new("create or replace algorithm = merge " + Big.Replace("invoker", "definer"), "create or replace algorithm = merge " + Big, "~ view big [security]"),
        new("create or replace algorithm = merge " + Big.Replace("local", "cascaded"), "create or replace algorithm = merge " + Big, "~ view big [check option]"),
        new("drop view big", "create algorithm = merge " + Big, "- view big"),
        new("create view small as select id from orders", "drop view small", "+ view small"),
        new("drop function total;;" + Total.Replace("count(*)", "count(id)"), "drop function total;;" + Total, "~ routine total() [definition]"),
        new("drop function total;;" + Total.Replace("customer int", "customer bigint"), "drop function total;;" + Total, "~ routine total() [definition]"),
        new("drop function total;;" + Total.Replace("returns int", "returns bigint"), "drop function total;;" + Total, "~ routine total() [definition]"),
        new("drop function total;;" + Total.Replace("deterministic", ""), "drop function total;;" + Total, "~ routine total() [deterministic]"),
        new("alter function total modifies sql data", "alter function total reads sql data", "~ routine total() [data access]"),
        new("alter procedure clean sql security definer", "alter procedure clean sql security invoker", "~ routine clean [security]"),
        new("alter procedure clean comment 'other'", "alter procedure clean comment 'cleans'", "~ routine clean [comment]"),
        new("drop procedure total", "create procedure total() begin end", "- routine total"),
        new("drop function total", Total, "- routine total()"),
        new("alter event nightly enable", "alter event nightly disable", "~ event nightly [status]"),
        new("alter event nightly on schedule every 2 day starts '2030-01-01 00:00:00'", "alter event nightly on schedule every 1 day starts '2030-01-01 00:00:00'", "~ event nightly [schedule]"),
        new("alter event nightly on completion not preserve", "alter event nightly on completion preserve", "~ event nightly [on completion]"),
        new("alter event nightly comment 'other'", "alter event nightly comment 'at night'", "~ event nightly [comment]"),
        new("alter event nightly do delete from {db}.orders", "alter event nightly do delete from {db}.log", "~ event nightly [definition]"),
        new("drop event nightly",
            "create event nightly on schedule every 1 day starts '2030-01-01 00:00:00' on completion preserve disable comment 'at night' do delete from {db}.log", "- event nightly"),
        new("drop event hourly;;create event hourly on schedule every '1 3' day_hour do delete from log where what < 'it''s'",
            "drop event hourly;;create event hourly on schedule every '1 2' day_hour do delete from log where what < 'it''s'", "~ event hourly [schedule]"),
    ];
}
