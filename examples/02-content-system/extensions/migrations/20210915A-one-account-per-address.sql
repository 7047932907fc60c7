-- Plato and plato are one person, and one account.

-- up
create unique index users_email_folded on users (lower(email));

-- down
drop index users_email_folded;
