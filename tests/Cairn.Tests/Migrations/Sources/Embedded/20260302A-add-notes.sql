-- up
create table notes (id integer);
-- down
drop table notes;
