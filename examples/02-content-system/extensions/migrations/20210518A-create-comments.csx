async Task Up(Db db)
{
    await db.Schema.CreateTable("comments", table =>
    {
        table.Increments("id");
        table.Integer("post_id").NotNull().References("posts", "id").OnDelete("CASCADE");
        table.String("author_name", 100).NotNull();
        table.String("author_email").Nullable();
        table.Text("body").NotNull();
        table.Boolean("approved").NotNull().Default(false);
        table.Timestamp("created_at").NotNull().DefaultToNow();
        table.Check("comments_body_said", "length(body) > 0");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("comments");
