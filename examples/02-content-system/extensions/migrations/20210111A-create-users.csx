async Task Up(Db db)
{
    await db.Schema.CreateTable("users", table =>
    {
        table.Increments("id");
        table.String("email").NotNull();
        table.String("name", 100).NotNull();
        table.String("password_hash").Nullable();
        table.Boolean("is_active").NotNull().Default(true);
        table.Timestamp("created_at").NotNull().DefaultToNow();
        table.Unique("email");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("users");
