async Task Up(Db db)
{
    await db.Schema.AlterTable("tags", table =>
    {
        table.SetDefault("colour", "#336699");
        table.SetNullable("colour");
    });
    await db.Query("tags").Where("name", "internal").UpdateAsync(new { colour = (string?)null });
}

async Task Down(Db db)
{
    await db.Query("tags").Where("name", "internal").UpdateAsync(new { colour = "#00cc00" });
    await db.Schema.AlterTable("tags", table =>
    {
        table.SetNotNull("colour");
        table.SetDefault("colour", "#808080");
    });
}
