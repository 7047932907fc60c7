-- Plato and plato are one person, and one account. For MySQL and MariaDB they are the same word already.
-- cairn: client sqlite, postgres

-- up
create unique index users_email_folded on users (lower(email));

-- down
drop index users_email_folded;
