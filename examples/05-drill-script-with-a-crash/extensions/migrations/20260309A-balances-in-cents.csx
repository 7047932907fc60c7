async Task Up(Db db)
{
    await db.Schema.AlterTable("accounts", table => table.Integer("cents").Nullable());
    await db.Sql("update accounts set cents = round(balance * 100)");
    await db.Schema.CreateTable("movements", table =>
    {
        table.Increments("id");
        table.Integer("account_id").NotNull();
        table.Integer("cents").NotNull();
    });
    await db.Sql("insert into movements (account_id, cents) select id, cents from accounts");
    await db.Schema.AlterTable("accounts", table => table.SetNotNull("cents"));
    await db.Schema.AlterTable("accounts", table => table.DropColumn("balance"));
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("accounts", table => table.Decimal("balance", 10, 2).Nullable());
    await db.Sql("update accounts set balance = cents / 100.0");
    await db.Schema.AlterTable("accounts", table => table.SetNotNull("balance"));
    await db.Schema.AlterTable("accounts", table => table.DropColumn("cents"));
    await db.Schema.DropTable("movements");
}
