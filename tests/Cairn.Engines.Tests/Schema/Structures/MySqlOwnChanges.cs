using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>Changes that only one of the two servers understands, and all that one understands.</summary>
internal static class MySqlOwnChanges
{
    private static readonly StructureChange[] MariaDb =
    [
        new("alter sequence numbers increment by 3", "alter sequence numbers increment by 2", "~ sequence numbers [increment]"),
        new("alter sequence numbers nocycle", "alter sequence numbers cycle", "~ sequence numbers [cycle]"),
        new("alter sequence numbers maxvalue 2000", "alter sequence numbers maxvalue 1000", "~ sequence numbers [maximum]"),
        new("alter sequence numbers nocache", "alter sequence numbers cache 10", "~ sequence numbers [cache]"),
        new("create sequence more", "drop sequence more", "+ sequence more"),
        new("alter table numbered alter key numbered_pct not ignored", "alter table numbered alter key numbered_pct ignored", "~ index numbered_pct [ignored]"),
        new("alter table numbered modify pct int check (pct < 99)", "alter table numbered modify pct int check (pct < 100)", "~ column numbered.pct [check]"),
        new("alter table numbered modify packed varchar(20)", "alter table numbered modify packed varchar(20) compressed", "~ column numbered.packed [type]"),
        new("alter table numbered modify u uuid", "alter table numbered modify u uuid default uuid()", "~ column numbered.u [default]"),
        new("alter table versions drop system versioning", "alter table versions add system versioning", "~ table versions [system versioning]"),
        new("alter table stays drop key stays_id, add unique key stays_id (id, a, b)", "alter table stays drop key stays_id, add unique key stays_id (id, stay without overlaps)",
            "~ unique stays_id of stays [columns]"),
        new("alter table lists reorganize partition b into (partition b values in (3, 4))", "alter table lists reorganize partition b into (partition b values in (3))",
            "~ partition b of lists [definition]"),
        new("alter table packed page_compressed = 0", "alter table packed page_compressed = 1", "~ table packed [options]"),
        new("alter table quick drop key ordered, add key ordered using hash (id)", "alter table quick drop key ordered, add key ordered using btree (id)", "~ index ordered [method]"),
        new("drop function summed;;create function summed(x int) returns int return x",
            "drop function summed;;create aggregate function summed(x int) returns int begin declare s int default 0; declare continue handler for not found return s; loop fetch group next row; set s = s + x; end loop; end",
            "~ routine summed() [definition]"),
        new("alter table orders drop foreign key orders_customer;;alter table orders add constraint orders_customer foreign key (customer_id) references customers (id) on delete cascade on update no action",
            "alter table orders drop foreign key orders_customer;;alter table orders add constraint orders_customer foreign key (customer_id) references customers (id) on delete cascade",
            "~ foreign key orders_customer of orders [on update]"),
    ];

    private static readonly StructureChange[] MySql =
    [
        new("alter table only alter column pct set default null", "alter table only alter column pct drop default", "~ column only.pct [no default]"),
        new("alter table only modify place point not null srid 0", "alter table only modify place point not null srid 4326", "~ column only.place [srid]"),
        new("alter table only alter index only_pct visible", "alter table only alter index only_pct invisible", "~ index only_pct [invisible]"),
        new("alter table only alter check off enforced", "alter table only alter check off not enforced", "~ check off of only [enforced]"),
        new("alter table only drop key only_name, add key only_name ((lower(name)), (pct + 2))", "alter table only drop key only_name, add key only_name ((lower(name)), (pct + 1))",
            "~ index only_name [columns]"),
        new("alter table only drop key only_lower", "alter table only add unique key only_lower ((lower(name)))", "- unique only_lower of only"),
        new("alter table only drop key only_words;;alter table only add fulltext key only_words (words)", "alter table only drop key only_words;;alter table only add fulltext key only_words (words) with parser ngram",
            "~ index only_words [parser]"),
        new("alter table customers modify bytes varbinary(5) default (x'41')", "alter table customers modify bytes varbinary(5) default x'41'", "~ column customers.bytes [default]"),
    ];

    public static IEnumerable<StructureChange> Of(string engine) => MySqlColumnChanges.All.Concat(MySqlKeyChanges.All).Concat(MySqlProgramChanges.All)
        .Concat(engine == EngineNames.MariaDb ? MariaDb : MySql);
}
