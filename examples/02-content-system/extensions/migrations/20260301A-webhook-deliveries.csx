async Task Up(Db db)
{
    await db.Schema.CreateTable("webhook_deliveries", table =>
    {
        table.BigIncrements("id");
        table.Integer("webhook_id").NotNull();
        table.SmallInteger("response").Nullable();
        table.Text("body").Nullable();
        table.Timestamp("sent_at").NotNull().DefaultToNow();
        table.Foreign("webhook_id").References("webhooks", "id").OnDelete("CASCADE");
        table.Index("webhook_id", "sent_at");
    });
    await db.Sql("insert into webhook_deliveries (webhook_id, response) select id, 200 from webhooks where enabled = true");
}

async Task Down(Db db) => await db.Schema.DropTable("webhook_deliveries");
