-- What a role may do. Written as SQL, because it was taken over from the prototype.

-- up
create table permissions (
    role_id integer not null,
    resource varchar(100) not null,
    action varchar(20) not null,
    primary key (role_id, resource, action),
    foreign key (role_id) references roles (id) on delete cascade
);

insert into permissions (role_id, resource, action)
select id, 'posts', 'read' from roles;

insert into permissions (role_id, resource, action)
select id, 'posts', 'write' from roles where name in ('administrator', 'editor');

insert into permissions (role_id, resource, action)
select id, '*', 'manage' from roles where name = 'administrator';

-- down
drop table permissions;
