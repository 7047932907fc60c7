[Tag("content")]
async Task Up(Db db)
{
    await db.Transaction(async () =>
    {
        await db.Query("tags").InsertAsync(new { name = "example" });
        await db.Sql("insert into article_tags (article_id, tag_id) select a.id, t.id from articles a cross join tags t where t.name = 'example' and a.status = 'draft'");
    });
    db.Log("The drafts are marked as examples.");
}

async Task Down(Db db) => await db.Query("tags").Where("name", "example").DeleteAsync();
