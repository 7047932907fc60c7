async Task Up(Db db)
{
    await db.Schema.CreateTable("notes", table =>
    {
        table.Increments("id");
        table.String("title", 120).NotNull();
        table.Text("body").NotNull().Default("");
        table.Timestamp("created_at").NotNull().DefaultToNow();
        table.Index("title");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("notes");
