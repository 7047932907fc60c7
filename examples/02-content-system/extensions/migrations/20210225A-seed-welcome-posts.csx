#load "lib/texts.csx"

static readonly string[] Titles =
{
    "Welcome to the new site",
    "How we write: a style guide",
    "Café opening hours, and the café's menu",
};

async Task Up(Db db)
{
    var author = (await db.Rows<int>("select id from users where email = @email", new { email = "ada@example.org" })).Single();
    foreach (var title in Titles)
    {
        var body = $"{title}. It's the first text here; there will be more.";
        await db.Query("posts").InsertAsync(new { title, slug = Slug(title), body, author_id = author });
    }

    await db.Query("posts").Where("slug", Slug(Titles[0])).UpdateAsync(new
    {
        status = "published",
        published_at = new DateTime(2021, 2, 25, 9, 30, 0),
    });
    await db.BulkInsert("tags", new[] { new { name = "news", colour = "#cc0000" }, new { name = "internal", colour = "#00cc00" } });
    await db.Sql("insert into post_tags (post_id, tag_id) select p.id, t.id from posts p cross join tags t where t.name = @tag", new { tag = "news" });
}

async Task Down(Db db)
{
    await db.Query("posts").WhereIn("slug", Titles.Select(Slug)).DeleteAsync();
    await db.Query("tags").WhereIn("name", new[] { "news", "internal" }).DeleteAsync();
}
