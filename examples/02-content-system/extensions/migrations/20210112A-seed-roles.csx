async Task Up(Db db)
{
    await db.BulkInsert("roles", new[]
    {
        new { name = "administrator", description = "May do everything" },
        new { name = "editor", description = "Writes and publishes" },
        new { name = "reader", description = (string?)null! },
    });
}

async Task Down(Db db)
{
    await db.Query("roles").WhereIn("name", new[] { "administrator", "editor", "reader" }).DeleteAsync();
}
