void Change(Db db)
{
    db.Schema.AlterTable("audit_log", table => table.Index("collection", "created_at").Name("audit_log_by_collection"));
}
