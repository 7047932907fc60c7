// The body lives in the translations from here on; the view reads it there.
async Task Up(Db db)
{
    await db.Schema.DropView("published_posts");
    await db.Schema.AlterTable("posts", table => table.DropColumn("body"));
    await db.Schema.CreateView(
        "published_posts",
        "select p.id, t.language, t.title, p.slug, t.body, p.published_at from posts p join post_translations t on t.post_id = p.id where p.status = 'published'");
}

async Task Down(Db db)
{
    await db.Schema.DropView("published_posts");
    await db.Schema.AlterTable("posts", table => table.Text("body").Nullable());
    await db.Sql("update posts set body = (select t.body from post_translations t where t.post_id = posts.id and t.language = 'en')");
    await db.Sql("update posts set body = '' where body is null");
    await db.Schema.AlterTable("posts", table => table.SetNotNull("body"));
    await db.Schema.CreateView("published_posts", "select id, title, slug, body, published_at from posts where status = 'published'");
}
