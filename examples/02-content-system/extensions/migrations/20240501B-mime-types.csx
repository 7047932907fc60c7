async Task Up(Db db)
{
    await db.Schema.CreateTable("mime_types", table =>
    {
        table.Increments("id");
        table.String("name", 100).NotNull().Unique();
    });
    await db.Sql("insert into mime_types (name) select distinct mime from files order by mime");
    await db.Schema.AlterTable("files", table =>
    {
        table.Integer("mime_type_id").Nullable().References("mime_types", "id").OnDelete("RESTRICT");
    });
    await db.Sql("update files set mime_type_id = (select m.id from mime_types m where m.name = files.mime)");
    await db.Schema.AlterTable("files", table =>
    {
        table.SetNotNull("mime_type_id");
        table.DropColumn("mime");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("files", table => table.String("mime", 100).Nullable());
    await db.Sql("update files set mime = (select m.name from mime_types m where m.id = files.mime_type_id)");
    await db.Schema.AlterTable("files", table =>
    {
        table.SetNotNull("mime");
        table.DropForeign("mime_type_id");
        table.DropColumn("mime_type_id");
    });
    await db.Schema.DropTable("mime_types");
}
