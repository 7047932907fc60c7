async Task Up(Db db)
{
    await db.Schema.CreateTable("tenants", table =>
    {
        table.Increments("id");
        table.String("name", 100).NotNull();
        table.String("slug", 60).NotNull().Unique();
        table.Timestamp("created_at").NotNull().DefaultToNow();
    });
    await db.Query("tenants").InsertAsync(new { name = "Main", slug = "main" });
}

async Task Down(Db db) => await db.Schema.DropTable("tenants");
