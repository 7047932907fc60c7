-- A slug in the trash does not stand in the way of a new article. MySQL and MariaDB have no indexes over some of the rows.
-- cairn: client sqlite, postgres

-- up
create unique index articles_live_slug on articles (tenant_id, slug) where deleted_at is null;

-- down
drop index articles_live_slug;
