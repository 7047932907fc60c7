using System.Threading;

class CreateNotifications : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        await Schema.CreateTable("notifications", table =>
        {
            table.BigIncrements("id");
            table.Integer("recipient_id").NotNull().References("users", "id").OnDelete("CASCADE");
            table.Integer("sender_id").Nullable().References("users", "id").OnDelete("SET NULL");
            table.String("subject", 200).NotNull();
            table.Text("message").Nullable();
            table.Boolean("seen").NotNull().Default(false);
        });
        await Db.Sql("insert into notifications (recipient_id, subject) select id, @subject from users", new { subject = "You can be notified now" });
    }

    public override async Task DownAsync(CancellationToken cancellationToken) => await Schema.DropTable("notifications");
}
