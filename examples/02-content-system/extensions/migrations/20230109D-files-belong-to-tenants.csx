async Task Up(Db db)
{
    await db.Schema.AlterTable("files", table => table.Integer("tenant_id").Nullable().References("tenants", "id").OnDelete("CASCADE"));
    var main = (await db.Rows<int>("select id from tenants where slug = @slug", new { slug = "main" })).Single();
    await db.Batch("files", 1, async rows =>
    {
        foreach (var row in rows)
        {
            await db.Query("files").Where("id", row["id"]).UpdateAsync(new { tenant_id = main });
        }
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("files", table =>
    {
        table.DropForeign("tenant_id");
        table.DropColumn("tenant_id");
    });
}
