// Entries without a collection are sign-ins; they move out of the way of the daily queries.
async Task Up(Db db)
{
    await db.Schema.CreateTable("audit_archive", table =>
    {
        table.BigInteger("id").Primary();
        table.Integer("user_id").Nullable();
        table.String("action", 50).NotNull();
        table.Timestamp("created_at").NotNull();
    });
    await db.Sql("insert into audit_archive (id, user_id, action, created_at) select id, user_id, action, created_at from audit_log where collection is null");
    await db.Sql("delete from audit_log where collection is null");
}

async Task Down(Db db)
{
    await db.Sql("insert into audit_log (id, user_id, action, created_at) select id, user_id, action, created_at from audit_archive");
    await db.Schema.DropTable("audit_archive");
}
