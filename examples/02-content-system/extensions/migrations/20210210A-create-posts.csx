async Task Up(Db db)
{
    await db.Schema.CreateTable("posts", table =>
    {
        table.Increments("id");
        table.String("title", 100).NotNull();
        table.String("slug", 120).NotNull();
        table.Text("body").NotNull();
        table.Enum("status", new[] { "draft", "published", "archived" }).NotNull().Default("draft");
        table.Integer("author_id").Nullable().References("users", "id").OnDelete("SET NULL");
        table.DateTime("published_at").Nullable();
        table.Timestamps();
        table.Unique("slug");
        table.Index("status", "published_at").Name("posts_by_state");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("posts");
