[Client(Client.Postgres)]
async Task Up(Db db)
{
    await db.Schema.AlterTable("users", table => table.Index("preferences").Using("gin"));
}

[Client(Client.Postgres)]
async Task Down(Db db) => await db.Schema.AlterTable("users", table => table.DropIndex("preferences"));
