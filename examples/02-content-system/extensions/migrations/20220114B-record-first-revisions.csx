using System.Text.Json;

class Post
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    public string Body { get; set; } = "";
    public int? AuthorId { get; set; }
}

async Task Up(Db db)
{
    var posts = await db.Rows<Post>("select id as Id, title as Title, body as Body, author_id as AuthorId from posts order by id");
    await db.BulkInsert("revisions", posts.Select(post => new Dictionary<string, object?>
    {
        ["collection"] = "posts",
        ["item"] = post.Id.ToString(),
        ["data"] = JsonSerializer.Serialize(new { title = post.Title, body = post.Body }),
        ["author_id"] = post.AuthorId,
    }));
}

async Task Down(Db db) => await db.Query("revisions").Where("collection", "posts").DeleteAsync();
