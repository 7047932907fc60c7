create table countries (code text primary key, name text not null) without rowid;
create table currencies (code text not null, digits integer not null default 2 check (digits between 0 and 4), primary key (code));
create table tenants (id integer primary key autoincrement, name varchar(100) not null unique, country text references countries, created_at text not null default current_timestamp);
create table users (id integer primary key, tenant_id integer not null references tenants (id) on delete cascade, email text collate nocase not null, nick "char varying"(10), manager_id integer references users (id) on delete set null, constraint users_mail unique (tenant_id, email) on conflict replace);
create table addresses (id integer primary key, user_id integer not null, line text default 'it''s', zip text generated always as (substr(line, 1, 5)) stored, upper_line text as (upper(line)), foreign key (user_id) references users (id) deferrable initially deferred);
create table categories (id integer primary key, parent_id integer references categories (id), name text not null, position real default 0.5); create index categories_name on categories (name desc, position);
create table products (id integer primary key, tenant_id integer references tenants (id), sku text, title text not null, price decimal(12,2) not null default (1 + 1), state boolean default true, data json, check (price >= 0));
create unique index products_live on products (tenant_id, sku) where state; create index products_lower on products (lower(title) collate rtrim, id);
create table product_categories (product_id integer references products (id) on delete cascade on update set null, category_id integer references categories (id), primary key (product_id, category_id));
create table warehouses (id text primary key, name text); create table stocks (w text, p integer, amount integer default 0, primary key (w, p));
create table orders (id integer primary key autoincrement, tenant_id integer, user_id integer references users (id), state text not null default 'new' check (state in ('new', 'paid', 'void')), total numeric not null default 0, placed_at datetime default current_timestamp, note text);
create table order_items (order_id integer references orders (id) on delete cascade, line integer, product_id integer, quantity integer not null, price numeric, primary key (order_id, line desc));
create table payments (id integer primary key, order_id integer references orders (id), amount numeric); create table refunds (id integer primary key, payment_id integer unique references payments (id));
create table coupons (code text primary key, percent integer check (percent > 0 and percent <= 100)); create table events (id integer, at text, kind text, primary key (id, at));
create table base_things (id integer primary key, label); create table sessions (token blob primary key, expires); create table notes (id integer primary key, body text); create table likes (user_id, note_id, primary key (user_id, note_id));
create table settings (key text primary key, value) without rowid; create table jobs (id integer primary key, queue text not null /* which one */, run_at text -- when
); create table a_cycle (id integer primary key, b_id integer references b_cycle (id)); create table b_cycle (id integer primary key, a_id integer references a_cycle (id));
create table "odd ""name" ([Select] integer primary key, `a b` text default 'it''s'); create virtual table search using fts5 (title, body);
create view live as select id, title, price from products where state; create view cheap as select * from live where price < 10; create view a_first as select * from cheap;
create trigger orders_log after update of state on orders when new.total > 0 begin insert into events values (new.id, 'now', 'order'); update notes set body = 'x' where id = 1; end;
create trigger live_insert instead of insert on live begin insert into products (title) values (new.title); end;
pragma user_version = 7
