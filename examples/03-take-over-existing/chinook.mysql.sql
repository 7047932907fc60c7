-- A record shop's database as its application made it, by hand, years ago. Nothing here knows of Cairn.

create table artists (
    artist_id integer auto_increment primary key,
    name varchar(120)
);

create table albums (
    album_id integer auto_increment primary key,
    title varchar(160) not null,
    artist_id integer not null,
    constraint fk_album_artist foreign key (artist_id) references artists (artist_id) on delete cascade on update no action
);
create index ix_album_artist on albums (artist_id);

create table genres (genre_id integer auto_increment primary key, name varchar(120) unique);
create table media_types (media_type_id integer auto_increment primary key, name varchar(120));

create table tracks (
    track_id integer auto_increment primary key,
    name varchar(200) not null,
    album_id integer references albums (album_id) on delete cascade,
    media_type_id integer not null references media_types (media_type_id),
    genre_id integer references genres (genre_id) on delete set null,
    composer varchar(220),
    milliseconds integer not null check (milliseconds > 0),
    bytes integer,
    unit_price decimal(10,2) not null default 0.99
);
create index ix_track_album on tracks (album_id);
create index ix_track_media_type on tracks (media_type_id);
create index ix_track_name on tracks (name);

create table employees (
    employee_id integer auto_increment primary key,
    last_name varchar(20) not null,
    first_name varchar(20) not null,
    title varchar(30),
    reports_to integer references employees (employee_id) on delete set null,
    hire_date datetime,
    email varchar(60)
);
create unique index ux_employee_email on employees (email);

create table customers (
    customer_id integer auto_increment primary key,
    first_name varchar(40) not null,
    last_name varchar(20) not null,
    company varchar(80),
    address varchar(70),
    city varchar(40),
    country varchar(40),
    phone varchar(24),
    email varchar(60) not null,
    support_rep_id integer references employees (employee_id) on delete set null
);
create index ix_customer_rep on customers (support_rep_id);

create table invoices (
    invoice_id integer auto_increment primary key,
    customer_id integer not null references customers (customer_id),
    invoice_date datetime not null,
    billing_country varchar(40),
    total decimal(10,2) not null
);
create index ix_invoice_customer on invoices (customer_id, invoice_date desc);

create table invoice_lines (
    invoice_line_id integer auto_increment primary key,
    invoice_id integer not null references invoices (invoice_id) on delete cascade,
    track_id integer not null references tracks (track_id),
    unit_price decimal(10,2) not null,
    quantity integer not null default 1,
    constraint positive_quantity check (quantity > 0)
);
create index ix_line_invoice on invoice_lines (invoice_id);

create table playlists (playlist_id integer auto_increment primary key, name varchar(120));
create table playlist_track (
    playlist_id integer not null references playlists (playlist_id) on delete cascade,
    track_id integer not null references tracks (track_id) on delete cascade,
    constraint pk_playlist_track primary key (playlist_id, track_id)
);

create view sales_by_country as
    select billing_country as country, count(*) as invoices, sum(total) as total
    from invoices
    group by billing_country;

create table price_changes (track_id integer not null, old_price decimal(10,2), new_price decimal(10,2));

create trigger track_price_changed after update on tracks
for each row
    if old.unit_price <> new.unit_price then
        insert into price_changes (track_id, old_price, new_price) values (new.track_id, old.unit_price, new.unit_price);
    end if;

insert into genres (genre_id, name) values (1, 'Chamber music'), (2, 'Jazz'), (3, 'Field recordings');
insert into media_types (media_type_id, name) values (1, 'FLAC file'), (2, 'Vinyl');
insert into artists (artist_id, name) values (1, 'The Quiet Quartet'), (2, 'Marta O''Neill'), (3, 'Übermorgen Trio'), (4, NULL);
insert into albums (album_id, title, artist_id) values
    (1, 'Four for Four', 1), (2, 'Slow Trains', 2), (3, 'Slow Trains, Again', 2), (4, 'Morgen', 3);
insert into tracks (track_id, name, album_id, media_type_id, genre_id, composer, milliseconds, bytes, unit_price) values
    (1, 'Opening', 1, 1, 1, 'Lena Bach', 183000, 5120331, 0.99),
    (2, 'Second, but slower', 1, 1, 1, 'Lena Bach', 305500, 8123456, 0.99),
    (3, 'Platform 9', 2, 1, 2, 'Marta O''Neill', 251000, 7000111, 1.29),
    (4, 'Signal Box', 2, 1, 2, 'Marta O''Neill; Jo Lee', 199000, 6220000, 1.29),
    (5, 'Siding', 3, 2, 2, NULL, 410000, NULL, 2.50),
    (6, 'Regen', 4, 1, 3, 'Übermorgen Trio', 600000, 19000000, 1.00),
    (7, 'Without an album', NULL, 1, 3, NULL, 61000, 900000, 0.49);
insert into employees (employee_id, last_name, first_name, title, reports_to, hire_date, email) values
    (1, 'Adler', 'Andrea', 'General Manager', NULL, '2002-08-14', 'andrea@shop.example'),
    (2, 'Berg', 'Bo', 'Sales Manager', 1, '2002-05-01', 'bo@shop.example'),
    (3, 'Cohen', 'Chris', 'Sales Agent', 2, '2003-10-17', 'chris@shop.example'),
    (4, 'Diaz', 'Dana', 'Sales Agent', 2, '2004-01-02', NULL);
insert into customers (customer_id, first_name, last_name, company, address, city, country, phone, email, support_rep_id) values
    (1, 'Luis', 'Gomez', 'Embarcados', 'Av. Paulista 2022', 'Sao Paulo', 'Brazil', '+55 11 555-0100', 'luis@example.com', 3),
    (2, 'Leonie', 'Kohl', NULL, 'Theodor-Heuss-Str. 34', 'Stuttgart', 'Germany', '+49 711 555 0101', 'leonie@example.com', 3),
    (3, 'Francois', 'Tremblay', NULL, '1498 rue Belanger', 'Montreal', 'Canada', NULL, 'francois@example.com', 4),
    (4, 'Bjorn', 'Hansen', NULL, 'Ullevalsveien 14', 'Oslo', 'Norway', '', 'bjorn@example.com', NULL);
insert into invoices (invoice_id, customer_id, invoice_date, billing_country, total) values
    (1, 2, '2024-01-01', 'Germany', 1.98), (2, 1, '2024-01-02', 'Brazil', 3.87),
    (3, 3, '2024-02-01', 'Canada', 2.50), (4, 2, '2024-03-04', 'Germany', 0.49);
insert into invoice_lines (invoice_line_id, invoice_id, track_id, unit_price, quantity) values
    (1, 1, 1, 0.99, 1), (2, 1, 2, 0.99, 1), (3, 2, 3, 1.29, 3), (4, 3, 5, 2.50, 1), (5, 4, 7, 0.49, 1);
insert into playlists (playlist_id, name) values (1, 'Music'), (2, 'For the train');
insert into playlist_track (playlist_id, track_id) values (1, 1), (1, 2), (1, 3), (1, 6), (2, 3), (2, 4), (2, 5);
