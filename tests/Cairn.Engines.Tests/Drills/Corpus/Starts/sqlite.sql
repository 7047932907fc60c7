-- cairn: irreversible: every case begins with it
-- up
create table customers (
    id integer primary key autoincrement,
    name varchar(80) not null collate nocase,
    email varchar(120),
    country char(2) not null default 'DE',
    note text,
    constraint customers_email unique (email)
);
create table orders (
    id integer primary key autoincrement,
    customer_id integer not null,
    code varchar(20) not null,
    state varchar(20) not null default 'new',
    total decimal(12,4) not null default 0,
    quantity integer,
    note varchar(100),
    placed_at timestamp,
    picture blob,
    doubled integer generated always as (quantity * 2) stored,
    constraint orders_code unique (code),
    constraint orders_quantity check (quantity >= 0),
    constraint orders_customer foreign key (customer_id) references customers (id) on delete cascade
);
create index orders_state on orders (state, placed_at desc);
create index orders_note on orders (note) where note is not null;
create index customers_lower on customers (lower(name));
create table log (id integer primary key, what varchar(50), at timestamp);
create table pairs (a integer not null, b integer not null, weight double, primary key (a, b)) without rowid;
create table settings (name varchar(40) not null primary key, value text);
create view open_orders as select id, code, total from orders where state = 'new';
create trigger orders_gone after delete on orders begin insert into log (what) values ('gone ' || old.code); end;
insert into customers (id, name, email, country, note) values (1, 'Ada', 'ada@example.org', 'DE', 'first'), (2, 'Björk', null, 'IS', ''), (3, 'Çelik ∅', 'c@example.org', 'TR', null);
insert into orders (id, customer_id, code, state, total, quantity, note, placed_at, picture) values
    (1, 1, 'A-1', 'new', 12.3456, 1, 'Hello World', '2026-01-02 03:04:05.123456', x'0001ff'),
    (2, 1, 'A-2', 'sent', 0.0001, 2, '', '2026-01-03 00:00:00', null),
    (3, 2, 'B-1', 'new', -5.5000, null, 'ÄÖÜ ß', null, x''),
    (4, 3, 'C-1', 'gone', 99999999.9999, 4, null, '2025-12-31 23:59:59.999999', x'ff');
insert into log (id, what, at) values (1, 'began', '2026-01-01 00:00:00'), (2, 'went on', null);
insert into pairs values (1, 1, 0.1), (1, 2, 1e300), (2, 1, null);
insert into settings values ('mode', 'on'), ('color', 'Red');
create table kinds (id integer primary key, v, r real, t text);
insert into kinds values (1, 1, 0.1, 'é'), (2, '1', -0.5, 'a' || char(0) || 'b'), (3, 1.0, 3.0, null), (4, 9007199254740993, 1e-7, 'x');
