-- cairn: irreversible: every case begins with it
-- up
create table customers (
    id int not null auto_increment primary key,
    name varchar(80) not null,
    email varchar(120),
    country char(2) not null default 'DE',
    note text character set utf8mb4 collate utf8mb4_bin,
    feels enum('sad','ok','happy') default 'ok',
    constraint customers_email unique (email)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_general_ci;
create table orders (
    id int not null auto_increment primary key,
    customer_id int not null,
    code varchar(20) not null,
    state varchar(20) not null default 'new',
    total decimal(12,4) not null default 0,
    quantity int,
    note varchar(100) comment 'from the customer',
    placed_at datetime(6),
    picture blob,
    tags set('a','b','c'),
    body json,
    doubled int generated always as (quantity * 2) stored,
    constraint orders_code unique (code),
    constraint orders_quantity check (quantity >= 0),
    key orders_customer (customer_id),
    constraint orders_customer foreign key (customer_id) references customers (id) on delete cascade,
    key orders_state (state, placed_at),
    key orders_note (note(20))
) engine = innodb default charset = utf8mb4 collate = utf8mb4_general_ci comment 'what was ordered';
create table log (id int not null primary key auto_increment, what varchar(50), at datetime, touched timestamp null default null on update current_timestamp) engine = innodb default charset = utf8mb4 collate = utf8mb4_general_ci;
create table pairs (a int not null, b int not null, weight double, primary key (a, b)) default charset = utf8mb4 collate = utf8mb4_general_ci;
create table settings (name varchar(40) not null primary key, value text, fulltext key settings_value (value)) default charset = utf8mb4 collate = utf8mb4_general_ci;
create table measures (at date not null, value int) default charset = utf8mb4 collate = utf8mb4_general_ci
    partition by range (year(at)) (partition p2025 values less than (2026), partition p2026 values less than (2027));
create sql security invoker view open_orders as select id, code, total from orders where state = 'new';
create trigger orders_gone after delete on orders for each row insert into log (what) values (concat('gone ', old.code));
create function half(a int) returns int deterministic no sql return a div 2;
create procedure tidy(days int) delete from log where id = days;
create event nightly on schedule every 1 day starts '2035-01-01 00:00:00' on completion preserve disable do delete from log where id < 0;
insert into customers (id, name, email, country, note, feels) values (1, 'Ada', 'ada@example.org', 'DE', 'first', 'happy'), (2, 'Björk', null, 'IS', '', null), (3, 'Çelik ∅', 'c@example.org', 'TR', null, 'sad');
insert into orders (id, customer_id, code, state, total, quantity, note, placed_at, picture, tags, body) values
    (1, 1, 'A-1', 'new', 12.3456, 1, 'Hello World', '2026-01-02 03:04:05.123456', x'0001ff', 'a,b', '{"b": 1, "a": [1, 2]}'),
    (2, 1, 'A-2', 'sent', 0.0001, 2, '', '2026-01-03 00:00:00', null, '', 'null'),
    (3, 2, 'B-1', 'new', -5.5000, null, 'ÄÖÜ ß', null, x'', null, null),
    (4, 3, 'C-1', 'gone', 99999999.9999, 4, null, '2025-12-31 23:59:59.999999', x'ff', 'c', '[]');
insert into log (id, what, at) values (1, 'began', '2026-01-01 00:00:00'), (2, 'went on', null);
insert into pairs values (1, 1, 0.1), (1, 2, 1e300), (2, 1, null);
insert into settings values ('mode', 'on'), ('color', 'Red');
insert into measures values ('2025-06-01', 1), ('2026-06-01', 2);
create table kinds (id int primary key, f float, d double, t text, c char(5), b bit(8), y year, tm time(6), n binary(4), u bigint unsigned, g point, ts timestamp(6) null, dc decimal(30,10)) default charset = utf8mb4 collate = utf8mb4_general_ci;
insert into kinds values (1, 0.1, 0.1, 'é', 'ab', b'10101010', 2026, '10:00:00.123456', x'00ff0000', 18446744073709551615, st_geomfromtext('POINT(1 2)'), '2026-01-02 03:04:05.123456', 12345678901234567890.0123456789);
