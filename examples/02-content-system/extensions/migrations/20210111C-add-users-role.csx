async Task Up(Db db)
{
    await db.Schema.AlterTable("users", table =>
    {
        table.Integer("role_id").Nullable().References("roles", "id").OnDelete("SET NULL");
        table.Index("role_id");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("users", table =>
    {
        table.DropForeign("role_id");
        table.DropIndex("role_id");
        table.DropColumn("role_id");
    });
}
