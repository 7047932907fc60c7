async Task Up(Db db)
{
    await db.Schema.CreateTable("orders", table =>
    {
        table.Increments("id");
        table.Decimal("total", 10, 2).NotNull();
        table.String("address", 100).Nullable();
        table.Index("address");
    });
    await db.Query("orders").InsertAsync(new { total = 25.00m, address = "1 Mill Lane" });
    await db.Query("orders").InsertAsync(new { total = 7.50m, address = "" });
    await db.Query("orders").InsertAsync(new { total = 90.00m });
}

async Task Down(Db db) => await db.Schema.DropTable("orders");
