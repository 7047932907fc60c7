async Task Up(Db db)
{
    await db.Schema.CreateTable("webhooks", table =>
    {
        table.Increments("id");
        table.String("name", 100).NotNull();
        table.Enum("method", new[] { "GET", "POST" }).NotNull().Default("POST");
        table.String("url", 2000).NotNull();
        table.Text("events").NotNull();
        table.Boolean("enabled").NotNull().Default(true);
    });
}

async Task Down(Db db) => await db.Schema.DropTable("webhooks");
