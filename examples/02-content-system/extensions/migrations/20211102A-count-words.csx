#load "lib/texts.csx"

async Task Up(Db db)
{
    await db.Schema.AlterTable("posts", table => table.Integer("word_count").NotNull().Default(0));
    await db.Batch("posts", 100, async rows =>
    {
        foreach (var row in rows)
        {
            await db.Query("posts").Where("id", row.Get<int>("id")).UpdateAsync(new { word_count = WordCount(row.Get<string>("body")) });
        }
    });
}

async Task Down(Db db) => await db.Schema.AlterTable("posts", table => table.DropColumn("word_count"));
