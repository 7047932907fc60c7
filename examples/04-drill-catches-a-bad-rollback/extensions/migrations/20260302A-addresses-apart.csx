// An order may be delivered to several places: addresses get a table of their own.
async Task Up(Db db)
{
    await db.Schema.CreateTable("deliveries", table =>
    {
        table.Increments("id");
        table.Integer("order_id").NotNull().References("orders", "id");
        table.String("address", 100).NotNull();
    });
    await db.Sql("insert into deliveries (order_id, address) select id, address from orders where address <> ''");
    await db.Schema.AlterTable("orders", table =>
    {
        table.DropIndex("address");
        table.DropColumn("address");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("orders", table => table.String("address", 100).Nullable());
    await db.Sql("update orders set address = (select address from deliveries where order_id = orders.id)");
    await db.Schema.DropTable("deliveries");
}
