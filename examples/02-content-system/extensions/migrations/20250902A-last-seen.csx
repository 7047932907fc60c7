async Task Up(Db db)
{
    await db.Schema.AlterTable("users", table =>
    {
        table.Timestamp("last_seen_at").Nullable();
        var index = table.Index("last_seen_at");
        if (db.Is(Client.Sqlite, Client.Postgres))
        {
            index.Where("last_seen_at is not null");
        }
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("users", table =>
    {
        table.DropIndex("last_seen_at");
        table.DropColumn("last_seen_at");
    });
}
