create table countries (code char(2) primary key, name varchar(80) not null) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci
//
create table currencies (code char(3) primary key, digits tinyint unsigned not null default 2, constraint digits_check check (digits between 0 and 4))
//
create table tenants (id bigint unsigned not null auto_increment primary key, name varchar(100) not null, country char(2), created_at timestamp not null default current_timestamp on update current_timestamp, unique key tenants_name (name)) auto_increment=50 comment='who''s who'
//
create table users (id bigint unsigned not null auto_increment primary key, tenant_id bigint unsigned not null, email varchar(190) character set ascii not null comment 'the mail''s\nplace', nick varchar(50), manager_id bigint unsigned, born date, score decimal(10,3) default 1.5, state enum('new','it''s','old') not null default 'new', flags set('a','b') default null, bio text, unique key users_mail (tenant_id, email), key users_bio (bio(20)), fulltext key users_text (bio), constraint users_tenant foreign key (tenant_id) references tenants (id) on delete cascade, constraint users_manager foreign key (manager_id) references users (id) on delete set null)
//
create table addresses (id int not null auto_increment primary key, user_id bigint unsigned not null, line varchar(200) default '', zip varchar(10) as (substr(line, 1, 10)) stored, upper_line varchar(200) as (upper(line)) virtual, foreign key (user_id) references users (id))
//
create table categories (id int not null auto_increment primary key, parent_id int, name varchar(80) collate utf8mb4_bin not null, position double default 0.5, key categories_name (name desc, position), constraint categories_parent foreign key (parent_id) references categories (id) on delete restrict on update cascade)
//
create table products (id int not null auto_increment primary key, sku varchar(40) not null, title varchar(200) not null default (concat('a','b')), price decimal(12,2) not null, data json, made datetime(3) default current_timestamp(3), blobby mediumblob, check (price >= 0), b bit(4) default b'101', y year, t time(2))
//
create table product_categories (product_id int, category_id int, primary key (product_id, category_id), constraint pc_p foreign key (product_id) references products (id) on delete cascade, constraint pc_c foreign key (category_id) references categories (id))
//
create table warehouses (id int primary key, name varchar(20)) engine=MyISAM row_format=dynamic
//
create table stocks (w int, p int, amount int not null default 0, primary key (w, p))
//
create table orders (id int not null auto_increment primary key, tenant_id bigint unsigned, user_id bigint unsigned, total decimal(14,2) default 0, placed_at timestamp null, note longtext, key orders_t (tenant_id), constraint orders_tenant foreign key (tenant_id) references tenants (id))
//
create table order_items (order_id int, line smallint, quantity int, price decimal(12,2), primary key (order_id, line), constraint oi foreign key (order_id) references orders (id) on delete cascade)
//
create table payments (id int primary key, order_id int, constraint payments_order foreign key (order_id) references orders (id))
//
create table refunds (id int primary key, payment_id int unique)
//
create table coupons (code varchar(20) primary key, percent int check (percent > 0 and percent <= 100))
//
create table events (id int not null, at date not null, kind varchar(10), primary key (id, at)) partition by range (year(at)) (partition p0 values less than (2025), partition p1 values less than (2026), partition pm values less than maxvalue)
//
create table hashed (id int not null primary key) partition by hash (id) partitions 3
//
create table base_things (id int primary key)
//
create table sessions (token varchar(64) primary key, data varchar(100)) engine=memory
//
create table notes (id int primary key, body text)
//
create table likes (user_id int, note_id int, primary key (user_id, note_id))
//
create table settings (`key` varchar(30) primary key, value json)
//
create table jobs (id int primary key, queue varchar(10) not null, run_at datetime)
//
create table a_cycle (id int primary key, b_id int)
//
create table b_cycle (id int primary key, a_id int, constraint b_to_a foreign key (a_id) references a_cycle (id))
//
alter table a_cycle add constraint a_to_b foreign key (b_id) references b_cycle (id)
//
create table `odd ``name` (`Select` int primary key, `a b` varchar(10) default 'it''s')
//
create view live as select id, title, price from products
//
create view cheap as select * from live where price < 10 with cascaded check option
//
create view a_first as select * from cheap
//
create algorithm=temptable sql security invoker view totals as select order_id, sum(quantity * price) as total from order_items group by order_id
//
create function slug(v varchar(100)) returns varchar(100) deterministic no sql begin return lower(replace(v, ' ', '-')); end
//
create procedure sweep(in d int) modifies sql data comment 'old ones' begin delete from sessions where token = d; end
//
create view slugs as select slug(title) as s from products
//
create trigger z_first before insert on orders for each row set new.total = coalesce(new.total, 0)
//
create trigger a_second before insert on orders for each row begin if new.total < 0 then set new.total = 0; end if; end
//
create event clean on schedule every 1 day do delete from sessions
//
-- mariadb
create sequence invoice_numbers start with 1000 increment by 5 cycle
