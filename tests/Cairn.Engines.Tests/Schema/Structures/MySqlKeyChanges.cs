namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>Changes of tables, keys, checks and indexes that both servers understand.</summary>
internal static class MySqlKeyChanges
{
    private const string Parent = "alter table orders add foreign key (parent) references orders (id)";

    private const string Customer = "alter table orders add constraint orders_customer foreign key (customer_id) references customers (id) ";

    public static readonly StructureChange[] All =
    [
        new("create index forgotten on orders (quantity)", "drop index forgotten on orders", "+ index forgotten"),
        new("drop index orders_quantity on orders", "create index orders_quantity on orders (quantity, id)", "- index orders_quantity"),
        new("alter table orders drop key orders_quantity, add key orders_quantity (id, quantity)", "alter table orders drop key orders_quantity, add key orders_quantity (quantity, id)",
            "~ index orders_quantity [columns]"),
        new("alter table orders drop key orders_quantity, add unique key orders_quantity (quantity, id)", "alter table orders drop key orders_quantity, add key orders_quantity (quantity, id)",
            "- index orders_quantity", "+ unique orders_quantity of orders"),
        new("alter table orders drop key orders_quantity, add key orders_quantity (quantity, id) comment 'c'", "alter table orders drop key orders_quantity, add key orders_quantity (quantity, id)",
            "~ index orders_quantity [comment]"),
        new("alter table orders rename key orders_quantity to other", "alter table orders rename key other to orders_quantity", "+ index other", "- index orders_quantity"),
        new("alter table customers drop key customers_country, add key customers_country (country, name)",
            "alter table customers drop key customers_country, add key customers_country (country desc, name)", "~ index customers_country [columns]"),
        new("alter table customers drop key customers_name, add unique key customers_name (name(11))", "alter table customers drop key customers_name, add unique key customers_name (name(10))",
            "~ unique customers_name of customers [columns]"),
        new("alter table customers drop key customers_note", "alter table customers add fulltext key customers_note (note)", "- index customers_note"),
        new("alter table customers drop key customers_place", "alter table customers add spatial key customers_place (place)", "- index customers_place"),
        new("alter table customers drop key customers_email", "alter table customers add unique key customers_email (email)", "- unique customers_email of customers"),
        new("alter table keyed drop primary key, add primary key (b, a)", "alter table keyed drop primary key, add primary key (a, b)", "~ primary key PRIMARY of keyed [columns]"),
        new("alter table parts add primary key (id)", "alter table parts drop primary key", "+ primary key PRIMARY of parts"),
        new("alter table orders drop foreign key orders_ibfk_1", Parent, "- foreign key (parent) references orders (id) of orders"),
        new("alter table orders drop foreign key orders_customer", Customer + "on delete cascade", "- foreign key orders_customer of orders"),
        new("alter table orders drop foreign key orders_customer;;" + Customer + "on delete set null", "alter table orders drop foreign key orders_customer;;" + Customer + "on delete cascade",
            "~ foreign key orders_customer of orders [on delete]"),
        new("alter table orders drop foreign key orders_customer;;" + Customer + "on delete cascade on update cascade",
            "alter table orders drop foreign key orders_customer;;" + Customer + "on delete cascade", "~ foreign key orders_customer of orders [on update]"),
        new("alter table customers drop constraint positive, add constraint positive check (price > 1)", "alter table customers drop constraint positive, add constraint positive check (price > 0)",
            "~ check positive of customers [expression]"),
        new("alter table customers drop constraint positive", "alter table customers add constraint positive check (price > 0)", "- check positive of customers"),
        new("alter table log add check (at is not null)", "alter table log drop constraint {check}", "+ check (`at` is not null) of log"),
        new("alter table log comment = 'c'", "alter table log comment = ''", "~ table log [comment]"),
        new("alter table log engine = myisam row_format = dynamic", "alter table log engine = innodb row_format = compact", "~ table log [engine, row format]"),
        new("alter table log row_format = redundant", "alter table log row_format = compact", "~ table log [row format]"),
        new("alter table log stats_persistent = 0", "alter table log stats_persistent = 1", "~ table log [options]"),
        new("alter table orders default character set utf8mb4 collate utf8mb4_bin", "alter table orders default character set {collation}", "~ table orders [collation]"),
        new("alter table parts drop partition p1", "alter table parts add partition (partition p1 values less than (20))", "- partition p1 of parts"),
        new("alter table parts add partition (partition p2 values less than maxvalue)", "alter table parts drop partition p2", "+ partition p2 of parts"),
        new("alter table parts remove partitioning", "alter table parts partition by range (id) (partition p0 values less than (10), partition p1 values less than (20))",
            "~ table parts [partition by]", "- partition p0 of parts", "- partition p1 of parts"),
        new("alter table shards coalesce partition 1", "alter table shards add partition partitions 1", "~ table shards [partition by]"),
        new("create table added (id int)", "drop table added", "+ table added"),
        new("rename table log to journal", "rename table journal to log", "+ table journal", "- table log"),
        new("alter database collate utf8mb4_bin", "alter database character set {collation}", "~ database database [collation]"),
    ];
}
