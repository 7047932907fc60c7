// AA comes after B, as a column of a spreadsheet does.
async Task Up(Db db)
{
    await db.Query("tenant_settings").Where("key", "comments.open").UpdateAsync(new { value = "false" });
}

async Task Down(Db db)
{
    await db.Query("tenant_settings").Where("key", "comments.open").UpdateAsync(new { value = "true" });
}
