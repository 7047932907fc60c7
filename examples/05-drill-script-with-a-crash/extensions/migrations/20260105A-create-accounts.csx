async Task Up(Db db)
{
    await db.Schema.CreateTable("accounts", table =>
    {
        table.Increments("id");
        table.String("owner", 50).NotNull().Unique();
        table.Decimal("balance", 10, 2).NotNull();
    });
    await db.Query("accounts").InsertAsync(new { owner = "Grace", balance = 100.00m });
    await db.Query("accounts").InsertAsync(new { owner = "Edsger", balance = 0.05m });
}

async Task Down(Db db) => await db.Schema.DropTable("accounts");
