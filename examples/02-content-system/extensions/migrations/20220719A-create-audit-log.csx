#load "lib/sql.csx"

async Task Up(Db db)
{
    await db.Schema.CreateTable("audit_log", table =>
    {
        table.BigIncrements("id");
        table.String("actor_id").NotNull();
        table.String("action", 50).NotNull();
        table.String("collection", 64).Nullable();
        table.String("item").Nullable();
        table.Timestamp("created_at").NotNull().DefaultToNow();
        table.Index("actor_id");
    });
    await db.Sql($"insert into audit_log (actor_id, action, collection) select {AsText(db, "id")}, 'login', null from users where is_active = true");
}

async Task Down(Db db) => await db.Schema.DropTable("audit_log");
