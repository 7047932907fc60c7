async Task Up(Db db)
{
    await db.Schema.AlterTable("articles", table =>
    {
        table.Integer("tenant_id").Nullable().References("tenants", "id").OnDelete("RESTRICT");
        table.Index("tenant_id");
    });
    await db.Sql("update articles set tenant_id = (select id from tenants where slug = @slug)", new { slug = "main" });
    await db.Schema.AlterTable("articles", table => table.SetNotNull("tenant_id"));
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("articles", table =>
    {
        table.DropForeign("tenant_id");
        table.DropIndex("tenant_id");
        table.DropColumn("tenant_id");
    });
}
