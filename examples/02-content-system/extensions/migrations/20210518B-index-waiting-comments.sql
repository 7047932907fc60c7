-- The moderators' list: few rows, asked for all the time.

-- up
create index comments_waiting on comments (post_id) where approved = false;

-- down
drop index comments_waiting;
