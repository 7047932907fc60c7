async Task Up(Db db)
{
    await db.Schema.CreateView(
        "article_counts",
        "select tenant_id, status, count(*) as articles from articles group by tenant_id, status");
}

async Task Down(Db db) => await db.Schema.DropView("article_counts");
