const string Published =
    "select a.id, t.language, t.title, a.slug, t.body, a.published_at from articles a join article_translations t on t.article_id = a.id where a.status = 'published'";
const string Counts = "select tenant_id, status, count(*) as articles from articles group by tenant_id, status";

// The views read the column that changes: they go first and come back last.
async Task Alter(Db db, string[] states)
{
    await db.Schema.DropView("article_counts");
    await db.Schema.DropView("published_articles");
    await db.Schema.AlterTable("articles", table => table.Enum("status", states).Alter());
    await db.Schema.CreateView("published_articles", Published);
    await db.Schema.CreateView("article_counts", Counts);
}

async Task Up(Db db) => await Alter(db, new[] { "draft", "review", "published", "archived" });

async Task Down(Db db)
{
    await db.Query("articles").Where("status", "review").UpdateAsync(new { status = "draft" });
    await Alter(db, new[] { "draft", "published", "archived" });
}
