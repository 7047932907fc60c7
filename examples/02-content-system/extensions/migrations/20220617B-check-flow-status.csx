async Task Up(Db db)
{
    await db.Schema.AlterTable("flows", table => table.Check("flows_status_known", "status in ('active', 'inactive')"));
}

async Task Down(Db db) => await db.Schema.AlterTable("flows", table => table.DropCheckByName("flows_status_known"));
