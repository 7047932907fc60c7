async Task Up(Db db)
{
    await db.Schema.DropView("published_posts");
    await db.Schema.AlterTable("posts", table => table.DropUnique("slug"));
    await db.Schema.RenameTable("posts", "articles");
    await db.Schema.AlterTable("articles", table =>
    {
        table.RenameIndex("posts_by_state", "articles_by_state");
        table.Unique("slug");
    });
    await db.Schema.AlterTable("comments", table => table.RenameColumn("post_id", "article_id"));
    await db.Schema.RenameTable("post_translations", "article_translations");
    await db.Schema.AlterTable("article_translations", table => table.RenameColumn("post_id", "article_id"));
    await db.Query("revisions").Where("collection", "posts").UpdateAsync(new { collection = "articles" });
    await db.Query("permissions").Where("resource", "posts").UpdateAsync(new { resource = "articles" });
    await db.Schema.CreateView(
        "published_articles",
        "select a.id, t.language, t.title, a.slug, t.body, a.published_at from articles a join article_translations t on t.article_id = a.id where a.status = 'published'");
}

async Task Down(Db db)
{
    await db.Schema.DropView("published_articles");
    await db.Query("permissions").Where("resource", "articles").UpdateAsync(new { resource = "posts" });
    await db.Query("revisions").Where("collection", "articles").UpdateAsync(new { collection = "posts" });
    await db.Schema.AlterTable("article_translations", table => table.RenameColumn("article_id", "post_id"));
    await db.Schema.RenameTable("article_translations", "post_translations");
    await db.Schema.AlterTable("comments", table => table.RenameColumn("article_id", "post_id"));
    await db.Schema.AlterTable("articles", table =>
    {
        table.DropUnique("slug");
        table.RenameIndex("articles_by_state", "posts_by_state");
    });
    await db.Schema.RenameTable("articles", "posts");
    await db.Schema.AlterTable("posts", table => table.Unique("slug"));
    await db.Schema.CreateView(
        "published_posts",
        "select p.id, t.language, t.title, p.slug, t.body, p.published_at from posts p join post_translations t on t.post_id = p.id where p.status = 'published'");
}
