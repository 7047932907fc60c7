async ValueTask Up(Db db)
{
    await db.Schema.CreateTable("user_sessions", table =>
    {
        table.Char("token", 64).Primary();
        table.Integer("user_id").NotNull().References("users", "id").OnDelete("CASCADE");
        table.Timestamp("expires_at").NotNull();
        table.Binary("fingerprint", 32).Nullable();
        table.Index("expires_at");
    });
}

async ValueTask Down(Db db) => await db.Schema.DropTable("user_sessions");
