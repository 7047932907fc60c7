async Task Up(Db db)
{
    await db.Schema.CreateTable("files", table =>
    {
        table.Uuid("id").Primary();
        table.String("filename").NotNull();
        table.String("mime", 100).NotNull();
        table.Integer("size").NotNull();
        table.Integer("uploaded_by").Nullable().References("users", "id").OnDelete("SET NULL");
        table.Date("uploaded_on").Nullable();
        table.Check("files_size_positive", "size >= 0");
    });
}

async Task Down(Db db) => await db.Schema.DropTable("files");
