-- up
insert into post_translations (post_id, language, title, body)
select id, 'en', title, body from posts;

-- down
delete from post_translations where language = 'en';
