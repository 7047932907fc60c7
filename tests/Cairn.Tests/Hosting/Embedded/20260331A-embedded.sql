-- up
create table embedded (id integer);
-- down
drop table embedded;
