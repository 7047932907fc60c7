-- A slug in the trash does not stand in the way of a new article.

-- up
create unique index articles_live_slug on articles (tenant_id, slug) where deleted_at is null;

-- down
drop index articles_live_slug;
