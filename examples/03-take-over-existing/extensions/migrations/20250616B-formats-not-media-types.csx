void Change(Db db)
{
    db.Schema.RenameTable("media_types", "formats");
    db.Schema.AlterTable("formats", table => table.RenameColumn("media_type_id", "format_id"));
}
