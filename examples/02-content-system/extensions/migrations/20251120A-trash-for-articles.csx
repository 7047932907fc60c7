const string All =
    "select a.id, t.language, t.title, a.slug, t.body, a.published_at from articles a join article_translations t on t.article_id = a.id where a.status = 'published'";

async Task Up(Db db)
{
    await db.Schema.DropView("published_articles");
    await db.Schema.AlterTable("articles", table => table.DateTime("deleted_at").Nullable());
    await db.Schema.CreateView("published_articles", All + " and a.deleted_at is null");
}

async Task Down(Db db)
{
    await db.Schema.DropView("published_articles");
    await db.Schema.AlterTable("articles", table => table.DropColumn("deleted_at"));
    await db.Schema.CreateView("published_articles", All);
}
