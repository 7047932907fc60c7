async Task Up(Db db)
{
    await db.Schema.CreateTable("fields", table =>
    {
        table.Increments("id");
        table.String("collection", 64).NotNull().References("collections", "name").OnDelete(ForeignKeyAction.Cascade).OnUpdate(ForeignKeyAction.Cascade);
        table.String("field", 64).NotNull();
        table.Enum("type", new[] { "string", "text", "integer", "boolean", "datetime", "json", "file" }).NotNull();
        table.Boolean("required").NotNull().Default(false);
        table.Json("options").Nullable();
        table.Unique("collection", "field");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("fields");
