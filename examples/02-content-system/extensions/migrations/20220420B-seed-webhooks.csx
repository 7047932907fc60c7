async Task Up(Db db)
{
    await db.BulkInsert("webhooks", new[]
    {
        new { name = "Rebuild the site", url = "https://build.example.org/hook?site=1&all=yes", events = "articles.create,articles.update" },
        new { name = "Clear the cache", url = "https://cache.example.org/", events = "files.delete" },
    });
}

async Task Down(Db db) => await db.Query("webhooks").WhereIn("name", new[] { "Rebuild the site", "Clear the cache" }).DeleteAsync();
