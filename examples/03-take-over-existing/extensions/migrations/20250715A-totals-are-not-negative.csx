async Task Up(Db db) => await db.Schema.AlterTable("invoices", table => table.Check("invoices_total_not_negative", "total >= 0"));

async Task Down(Db db) => await db.Schema.AlterTable("invoices", table => table.DropCheckByName("invoices_total_not_negative"));
