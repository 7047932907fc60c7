async Task Up(Db db)
{
    await db.Schema.CreateTable("revisions", table =>
    {
        table.BigIncrements("id");
        table.String("collection", 64).NotNull();
        table.String("item").NotNull();
        table.Json("data").NotNull();
        table.Integer("author_id").Nullable().References("users", "id").OnDelete("SET NULL");
        table.Timestamp("created_at").NotNull().DefaultToNow();
        table.Index("collection", "item");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("revisions");
