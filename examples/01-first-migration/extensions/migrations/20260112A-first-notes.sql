-- up
insert into notes (title, body) values ('Hello', 'The first note; it came with a migration.');
insert into notes (title, body) values ('A second one', 'Semicolons; in quotes do not split a statement.');

-- down
delete from notes where title in ('Hello', 'A second one');
