#load "lib/sql.csx"

class Named
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
}

async Task Up(Db db)
{
    await db.Schema.AlterTable("users", table =>
    {
        table.String("first_name", 100).Nullable();
        table.String("last_name", 100).Nullable();
    });
    foreach (var user in await db.Rows<Named>("select id as Id, name as Name from users"))
    {
        var parts = user.Name.Split(' ', 2);
        await db.Query("users").Where("id", user.Id).UpdateAsync(new
        {
            first_name = parts[0],
            last_name = parts.Length > 1 ? parts[1] : null,
        });
    }

    await db.Schema.AlterTable("users", table =>
    {
        table.DropColumn("name");
        table.SetNotNull("first_name");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("users", table => table.String("name", 100).Nullable());
    await db.Sql("update users set name = " + Joined(db, "first_name", $"case when last_name is null then '' else {Joined(db, "' '", "last_name")} end"));
    await db.Schema.AlterTable("users", table =>
    {
        table.SetNotNull("name");
        table.DropColumn("first_name");
        table.DropColumn("last_name");
    });
}
