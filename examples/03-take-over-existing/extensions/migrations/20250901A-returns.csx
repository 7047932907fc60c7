async Task Up(Db db)
{
    await db.Schema.AlterTable("customers", table =>
    {
        var index = table.Index("country").Name("ix_customer_country");
        if (db.Is(Client.Sqlite, Client.Postgres))
        {
            index.Where("country is not null");
        }
    });
    await db.Schema.CreateTable("returns", table =>
    {
        table.Increments("id");
        table.Integer("invoice_line_id").NotNull();
        table.Date("returned_on").NotNull();
        table.Text("reason").Nullable();
    });
    await db.Sql("insert into returns (invoice_line_id, returned_on, reason) select invoice_line_id, @day, 'scratched' from invoice_lines where track_id = 5", new { day = new DateOnly(2025, 8, 1) });
    await db.Schema.AlterTable("returns", table => table.Foreign("invoice_line_id").References("invoice_lines", "invoice_line_id").OnDelete("CASCADE"));
}

async Task Down(Db db)
{
    await db.Schema.DropTable("returns");
    await db.Schema.AlterTable("customers", table => table.DropIndexByName("ix_customer_country"));
}
