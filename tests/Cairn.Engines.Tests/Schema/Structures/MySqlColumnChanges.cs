namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>Changes of columns that both servers understand.</summary>
internal static class MySqlColumnChanges
{
    private const string Modify = "alter table customers modify ";

    public static readonly StructureChange[] All =
    [
        new("alter table customers add column extra int", "alter table customers drop column extra", "+ column customers.extra"),
        new("alter table log drop column what", "alter table log add column what varchar(50) after id", "- column log.what"),
        new("alter table log modify at datetime after id", "alter table log modify at datetime after what", "~ table log [column order]"),
        new("alter table log modify what varchar(51)", "alter table log modify what varchar(50)", "~ column log.what [type]"),
        new("alter table log modify what varchar(50) not null", "alter table log modify what varchar(50)", "~ column log.what [nullable]"),
        new("alter table log modify what varchar(50) default 'x'", "alter table log modify what varchar(50)", "~ column log.what [default]"),
        new("alter table log modify what varchar(50) default 'NULL'", "alter table log modify what varchar(50)", "~ column log.what [default]"),
        new("alter table log modify what varchar(50) default ''", "alter table log modify what varchar(50)", "~ column log.what [default]"),
        new("alter table log modify what varchar(50) collate utf8mb4_bin", "alter table log modify what varchar(50)", "~ column log.what [collation]"),
        new("alter table log modify what varchar(50) character set latin1", "alter table log modify what varchar(50)", "~ column log.what [charset, collation]"),
        new("alter table log modify what varchar(50) comment 'a ''c'' \\\\ d'", "alter table log modify what varchar(50)", "~ column log.what [comment]"),
        new("alter table log modify what varchar(50) invisible", "alter table log modify what varchar(50)", "~ column log.what [invisible]"),
        new("alter table log modify at datetime(3)", "alter table log modify at datetime", "~ column log.at [type]"),
        new("alter table log modify at datetime default current_timestamp", "alter table log modify at datetime", "~ column log.at [default]"),
        new("alter table log modify id int", "alter table log modify id int auto_increment", "~ column log.id [identity]"),
        new("alter table log modify id int unsigned auto_increment", "alter table log modify id int auto_increment", "~ column log.id [type]"),
        new("alter table log modify id bigint auto_increment", "alter table log modify id int auto_increment", "~ column log.id [type]"),
        new(Modify + "touched timestamp null default null", Modify + "touched timestamp null default null on update current_timestamp", "~ column customers.touched [on update]"),
        new(Modify + "active tinyint default 1", Modify + "active tinyint(1) default 1", "~ column customers.active [type]"),
        new(Modify + "active tinyint(1) default 0", Modify + "active tinyint(1) default 1", "~ column customers.active [default]"),
        new(Modify + "state enum('new','old','gone') not null default 'new'", Modify + "state enum('new','old') not null default 'new'", "~ column customers.state [type]"),
        new(Modify + "state enum('old','new') not null default 'new'", Modify + "state enum('new','old') not null default 'new'", "~ column customers.state [type]"),
        new(Modify + "price decimal(10,3) not null default 1.500", Modify + "price decimal(10,2) not null default 1.50", "~ column customers.price [type, default]"),
        new(Modify + "bytes varbinary(5) default x'42'", Modify + "bytes varbinary(5) default x'41'", "~ column customers.bytes [default]"),
        new(Modify + "meta longtext", Modify + "meta json", "~ column customers.meta [type]"),
        new("alter table log add column j json", "alter table log drop column j", "+ column log.j"),
        new("alter table customers alter column hidden set default 4", "alter table customers alter column hidden set default 3", "~ column customers.hidden [default]"),
        new(Modify + "doubled int generated always as (points * 3) virtual", Modify + "doubled int generated always as (points * 2) virtual", "~ column customers.doubled [generated]"),
        new("alter table customers drop column doubled, add column doubled int as (points * 2) stored after points",
            "alter table customers drop column doubled, add column doubled int as (points * 2) virtual after points", "~ column customers.doubled [generated as]"),
        new(Modify + "loud varchar(200) as (concat(lower(name), 'it''s')) stored", Modify + "loud varchar(200) as (concat(upper(name), 'it''s')) stored", "~ column customers.loud [generated]"),
    ];
}
