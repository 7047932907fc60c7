async Task Up(Db db)
{
    await db.Schema.AlterTable("articles", table =>
    {
        table.DropUnique("slug");
        table.Unique("tenant_id", "slug");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("articles", table =>
    {
        table.DropUnique("tenant_id", "slug");
        table.Unique("slug");
    });
}
