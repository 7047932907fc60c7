// NAME

async Task Up(Db db)
{
    // await db.Schema.AlterTable("orders", table => table.String("note"));
}

async Task Down(Db db)
{
    // await db.Schema.AlterTable("orders", table => table.DropColumn("note"));
}
