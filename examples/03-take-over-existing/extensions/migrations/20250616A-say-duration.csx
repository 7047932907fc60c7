void Change(Db db)
{
    db.Schema.AlterTable("tracks", table => table.RenameColumn("milliseconds", "duration_ms"));
}
