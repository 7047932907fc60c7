async Task Up(Db db)
{
    await db.Schema.CreateTable("tenant_settings", table =>
    {
        table.Integer("tenant_id").NotNull().References("tenants", "id").OnDelete("CASCADE");
        table.String("key", 64).NotNull();
        table.Text("value").NotNull();
        table.Primary("tenant_id", "key");
    });
    await db.Sql("insert into tenant_settings select t.id, s.key, s.value from settings s cross join tenants t");
    await db.Schema.DropTable("settings");
}

async Task Down(Db db)
{
    await db.Schema.CreateTable("settings", table =>
    {
        table.String("key", 64).Primary();
        table.Text("value").NotNull();
    });
    await db.Sql("insert into settings select s.key, s.value from tenant_settings s join tenants t on t.id = s.tenant_id where t.slug = 'main'");
    await db.Schema.DropTable("tenant_settings");
}
