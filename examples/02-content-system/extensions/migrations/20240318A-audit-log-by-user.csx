// actor_id was text since the days when actors could be machines. They never were.
#load "lib/sql.csx"

async Task Up(Db db)
{
    await db.Schema.AlterTable("audit_log", table => table.Integer("user_id").Nullable().References("users", "id").OnDelete("SET NULL"));
    await db.Sql("update audit_log set user_id = " + AsInteger(db, "actor_id"));
    await db.Schema.AlterTable("audit_log", table =>
    {
        table.DropIndex("actor_id");
        table.DropColumn("actor_id");
        table.Index("user_id");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("audit_log", table => table.String("actor_id").NotNull().Default("0"));
    await db.Sql($"update audit_log set actor_id = {AsText(db, "user_id")} where user_id is not null");
    await db.Schema.AlterTable("audit_log", table =>
    {
        table.DropDefault("actor_id");
        table.Index("actor_id");
        table.DropForeign("user_id");
        table.DropIndex("user_id");
        table.DropColumn("user_id");
    });
}
