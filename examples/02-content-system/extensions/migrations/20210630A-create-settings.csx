async Task Up(Db db)
{
    await db.Schema.CreateTable("settings", table =>
    {
        table.String("key", 64).Primary();
        table.Text("value").NotNull();
    });
    await db.BulkInsert("settings", new[]
    {
        new { key = "site.title", value = "Example" },
        new { key = "site.language", value = "en" },
        new { key = "comments.open", value = "true" },
    });
}

async Task Down(Db db) => await db.Schema.DropTable("settings");
