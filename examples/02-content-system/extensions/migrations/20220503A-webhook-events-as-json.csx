#load "lib/json.csx"

class Hook
{
    public int Id { get; set; }
    public string Events { get; set; } = "";
}

async Task Up(Db db)
{
    await db.Schema.AlterTable("webhooks", table => table.Json("event_list").Nullable());
    foreach (var hook in await db.Rows<Hook>("select id as Id, events as Events from webhooks"))
    {
        await db.Sql(
            $"update webhooks set event_list = {AsJson(db, "@list")} where id = @id",
            new { list = JsonList(hook.Events.Split(',')), id = hook.Id });
    }

    await db.Schema.AlterTable("webhooks", table =>
    {
        table.DropColumn("events");
        table.SetNotNull("event_list");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("webhooks", table => table.Text("events").NotNull().Default(""));
    foreach (var hook in await db.Rows<Hook>("select id as Id, event_list as Events from webhooks"))
    {
        await db.Query("webhooks").Where("id", hook.Id).UpdateAsync(new { events = string.Join(",", FromJsonList(hook.Events)) });
    }

    await db.Schema.AlterTable("webhooks", table =>
    {
        table.DropDefault("events");
        table.DropColumn("event_list");
    });
}
