-- migrate:up
insert into comments (post_id, author_name, author_email, body, approved)
select id, 'Grace', 'grace@example.org', 'Well done; "nearly" everything works.', true from posts where slug = 'welcome-to-the-new-site';

insert into comments (post_id, author_name, author_email, body, approved)
select id, 'A visitor', null, 'It''s the -- dashes; and the /* stars */ that I like.', false from posts where slug = 'welcome-to-the-new-site';

-- migrate:down
delete from comments where author_name in ('Grace', 'A visitor');
