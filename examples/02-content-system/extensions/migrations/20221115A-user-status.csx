async Task Up(Db db)
{
    await db.Schema.AlterTable("users", table => table.Enum("status", new[] { "active", "suspended", "invited" }).NotNull().Default("active"));
    await db.Query("users").Where("is_active", false).UpdateAsync(new { status = "suspended" });
    await db.Schema.AlterTable("users", table => table.DropColumn("is_active"));
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("users", table => table.Boolean("is_active").NotNull().Default(true));
    await db.Query("users").WhereNot("status", "active").UpdateAsync(new { is_active = false });
    await db.Schema.AlterTable("users", table => table.DropColumn("status"));
}
