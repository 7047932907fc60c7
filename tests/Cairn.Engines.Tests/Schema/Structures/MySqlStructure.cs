using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>A database of MySQL or MariaDB with at least one object of every kind. <c>{db}</c> stands for the database's own name.</summary>
internal static class MySqlStructure
{
    public static readonly string[] Tables =
    [
        """
        create table customers (
          id bigint unsigned not null auto_increment primary key, name varchar(100) not null default 'it''s', email varchar(100), country char(2) collate utf8mb4_bin,
          note text comment 'a note', state enum('new','old') not null default 'new', price decimal(10,2) not null default 1.50, active tinyint(1) default 1,
          made datetime(6) default current_timestamp(6), touched timestamp null default null on update current_timestamp, points int,
          doubled int generated always as (points * 2) virtual, loud varchar(200) generated always as (concat(upper(name), 'it''s')) stored, born date, meta json,
          bytes varbinary(5) default x'41', place point not null, hidden int default 3 invisible,
          unique key customers_email (email), unique key customers_name (name(10)), key customers_country (country desc, name), fulltext key customers_note (note),
          spatial key customers_place (place), constraint positive check (price > 0), check (points < 1000 and name <> 'o''x')
        ) comment = 'people'
        """,
        """
        create table orders (
          id int primary key, customer_id bigint unsigned, parent int, quantity int not null,
          constraint orders_customer foreign key (customer_id) references {db}.customers (id) on delete cascade, foreign key (parent) references orders (id),
          key orders_quantity (quantity, id)
        )
        """,
        "create table log (id int auto_increment primary key, what varchar(50), at datetime) row_format = compact stats_persistent = 1",
        "create table parts (id int not null, d int) partition by range (id) (partition p0 values less than (10), partition p1 values less than (20))",
        "create table keyed (a int not null, b int not null, primary key (a, b))",
        "create table shards (id int not null, d int) partition by hash (id) partitions 3",
    ];

    public static readonly string[] Programs =
    [
        "create view totals as select o.id, c.name as customer, 'a `x`.`y`, it''s' as text from orders o join {db}.customers c on c.id = o.customer_id",
        "create algorithm = merge sql security invoker view big as select id, quantity from orders where quantity > 10 with local check option",
        "create trigger count_up before insert on orders for each row set new.quantity = coalesce(new.quantity, (select max(quantity) from {db}.orders))",
        "create trigger log_it before insert on orders for each row begin insert into {db}.log (what) values ('it''s x.y'); /* kept */ end",
        "create trigger gone after delete on orders for each row insert into log (what) values (old.id)",
        "create procedure clean(in days int, out found varchar(10)) sql security invoker comment 'cleans' begin delete from `{db}`.log where id < days; end",
        "create function total(customer int) returns int deterministic reads sql data return (select count(*) from {db}.orders where customer_id = customer)",
        "create procedure total() begin end",
        "create event nightly on schedule every 1 day starts '2030-01-01 00:00:00' on completion preserve disable comment 'at night' do delete from {db}.log",
        "create event hourly on schedule every '1 2' day_hour do delete from log where what < 'it''s'",
        "create event once_only on schedule at '2035-01-01 00:00:00' do delete from log",
    ];

    private static readonly string[] MariaDbTables =
    [
        "create sequence numbers start with 5 increment by 2 minvalue 1 maxvalue 1000 cache 10 cycle",
        "create table numbered (id bigint not null default nextval(numbers) primary key, u uuid default uuid(), pct int check (pct < 100), packed varchar(20) compressed, key numbered_pct (pct) ignored)",
        "create table versions (id int primary key, x int, y int without system versioning) with system versioning",
        "create table stays (id int, a date, b date, period for stay (a, b), unique key stays_id (id, stay without overlaps))",
        "create table lists (id int not null, d int) partition by list (id) subpartition by key (d) subpartitions 2 (partition a values in (1, 2) comment 'x', partition b values in (3))",
        "create table aria (id int, key (id)) engine = aria transactional = 1",
        "create table packed (id int) page_compressed = 1",
        "create table quick (id int, key hashed (id), key ordered using btree (id)) engine = memory max_rows = 100",
    ];

    private static readonly string[] MySqlTables =
    [
        "create table only (id int primary key, place point not null srid 4326, name varchar(20), pct int check (pct < 100), words text, key only_name ((lower(name)), (pct + 1)), "
            + "unique key only_lower ((lower(name))), key only_pct (pct) invisible, fulltext key only_words (words) with parser ngram, constraint off check (pct <> 5) not enforced)",
        "alter table only alter column pct drop default",
    ];

    private static readonly string[] MariaDbPrograms =
    [
        "create aggregate function summed(x int) returns int begin declare s int default 0; declare continue handler for not found return s; loop fetch group next row; set s = s + x; end loop; end",
    ];

    public static IEnumerable<string> TablesOf(string engine) => Tables.Concat(engine == EngineNames.MariaDb ? MariaDbTables : MySqlTables);

    public static IEnumerable<string> ProgramsOf(string engine) => engine == EngineNames.MariaDb ? Programs.Concat(MariaDbPrograms) : Programs;

    public static async Task CreateAsync(LiveSchema schema, string engine)
    {
        var name = await NameAsync(schema);
        foreach (var sql in TablesOf(engine).Concat(ProgramsOf(engine)))
        {
            await schema.ExecuteAsync(sql.Replace("{db}", name));
        }
    }

    public static async Task<string> NameAsync(LiveSchema schema) =>
        (await schema.ReadAsync("select database() as name", [], TestContext.Current.CancellationToken))[0].Text("name")!;
}
