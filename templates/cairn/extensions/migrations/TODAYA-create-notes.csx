// The first migration: change it, or delete it and make your own with: dotnet cairn migrate:make <name>

async Task Up(Db db)
{
    await db.Schema.CreateTable("notes", table =>
    {
        table.Increments("id");
        table.String("title").NotNull();
        table.Text("body");
        table.Timestamp("created_at").DefaultToNow();
    });
}

async Task Down(Db db) => await db.Schema.DropTable("notes");
