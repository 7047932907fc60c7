-- The moderators' list: few rows, asked for all the time. MySQL and MariaDB have no indexes over some of the rows.
-- cairn: client sqlite, postgres

-- up
create index comments_waiting on comments (post_id) where approved = false;

-- down
drop index comments_waiting;
