async Task Up(Db db)
{
    await db.Schema.CreateView("published_posts", "select id, title, slug, body, published_at from posts where status = 'published'");
}

async Task Down(Db db) => await db.Schema.DropView("published_posts");
