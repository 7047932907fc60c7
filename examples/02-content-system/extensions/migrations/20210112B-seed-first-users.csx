async Task Up(Db db)
{
    var administrator = (await db.Rows<int>("select id from roles where name = @name", new { name = "administrator" })).Single();
    var editor = (await db.Rows<int>("select id from roles where name = @name", new { name = "editor" })).Single();

    await db.Query("users").InsertAsync(new { email = "ada@example.org", name = "Ada Lovelace", role_id = administrator });
    await db.Query("users").InsertAsync(new { email = "grace@example.org", name = "Grace Brewster Hopper", role_id = editor });
    await db.Query("users").InsertAsync(new { email = "Plato@example.org", name = "Plato", is_active = false });
}

async Task Down(Db db)
{
    await db.Query("users").WhereIn("email", new[] { "ada@example.org", "grace@example.org", "Plato@example.org" }).DeleteAsync();
}
