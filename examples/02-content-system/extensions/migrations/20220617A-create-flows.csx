async Task Up(Db db)
{
    await db.Schema.CreateTable("flows", table =>
    {
        table.Uuid("id").Primary();
        table.String("name").NotNull();
        table.String("icon", 30).Nullable();
        table.String("status", 20).NotNull().Default("inactive");
        table.Json("options").Nullable();
    });
    await db.Schema.CreateTable("operations", table =>
    {
        table.Uuid("id").Primary();
        table.Uuid("flow_id").NotNull().References("flows", "id").OnDelete("CASCADE");
        table.String("key", 60).NotNull();
        table.String("kind", 60).NotNull();
        table.Integer("position_x").NotNull().Default(0);
        table.Integer("position_y").NotNull().Default(0);
        table.Uuid("resolve_id").Nullable().References("operations", "id").OnDelete("SET NULL");
        table.Uuid("reject_id").Nullable().References("operations", "id").OnDelete("SET NULL");
        table.Unique("flow_id", "key");
    });
}

async Task Down(Db db)
{
    await db.Schema.DropTable("operations");
    await db.Schema.DropTable("flows");
}
