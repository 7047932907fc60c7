-- up
insert into pages (title) values ('About Us'), ('Imprint');
-- down
delete from pages where title in ('About Us', 'Imprint');
