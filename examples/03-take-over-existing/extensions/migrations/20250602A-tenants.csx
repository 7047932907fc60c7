// One shop becomes two: everything there is belongs to the first.
async Task Up(Db db)
{
    await db.Schema.CreateTable("tenants", table =>
    {
        table.Increments("id");
        table.String("name", 100).NotNull().Unique();
    });
    await db.Query("tenants").InsertAsync(new { name = "Main street" });
    foreach (var name in new[] { "customers", "invoices" })
    {
        await db.Schema.AlterTable(name, table =>
        {
            table.Integer("tenant_id").Nullable().References("tenants", "id").OnDelete(ForeignKeyAction.Cascade);
            table.Index("tenant_id");
        });
        await db.Sql($"update {name} set tenant_id = (select id from tenants where name = @name)", new { name = "Main street" });
        await db.Schema.AlterTable(name, table => table.SetNotNull("tenant_id"));
    }
}

async Task Down(Db db)
{
    foreach (var name in new[] { "invoices", "customers" })
    {
        await db.Schema.AlterTable(name, table =>
        {
            table.DropForeign("tenant_id");
            table.DropIndex("tenant_id");
            table.DropColumn("tenant_id");
        });
    }

    await db.Schema.DropTable("tenants");
}
