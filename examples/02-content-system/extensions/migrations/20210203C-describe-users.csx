async Task Up(Db db)
{
    await db.Query("collections").InsertAsync(new { name = "users", note = "Everybody who may sign in", sort = 1 });
    await db.BulkInsert("fields", new[]
    {
        new { collection = "users", field = "email", type = "string", required = true, options = "{\"unique\":true}" },
        new { collection = "users", field = "name", type = "string", required = true, options = "{}" },
    });
}

// The fields go with their collection.
async Task Down(Db db) => await db.Query("collections").Where("name", "users").DeleteAsync();
