void Up(Db db)
{
    db.Schema.AlterTable("files", table =>
    {
        table.Integer("folder_id").Nullable().References("folders", "id").OnDelete("SET NULL");
        table.Index("folder_id");
    });
}

void Down(Db db)
{
    db.Schema.AlterTable("files", table =>
    {
        table.DropForeign("folder_id");
        table.DropIndex("folder_id");
        table.DropColumn("folder_id");
    });
}
