async Task Up(Db db)
{
    await db.Sql(
        "insert into tenant_settings select id, @key, @value from tenants",
        new { key = "mail.sender", value = "no-reply@example.org" });
}

async Task Down(Db db) => await db.Query("tenant_settings").Where("key", "mail.sender").DeleteAsync();
