#load "lib/texts.csx"

using System.Threading;

// The count moves to where the text is: one per translation.
async Task Up(Db db, CancellationToken cancellationToken)
{
    await db.Schema.AlterTable("article_translations", table => table.Integer("words").NotNull().Default(0));
    await db.Batch("article_translations", 2, async rows =>
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await db.Query("article_translations").Where("id", row.Get<int>("id")).UpdateAsync(new { words = WordCount(row.Get<string>("body")) });
        }
    });
    await db.Schema.AlterTable("articles", table => table.DropColumn("word_count"));
}

async Task Down(Db db, CancellationToken cancellationToken)
{
    await db.Schema.AlterTable("articles", table => table.Integer("word_count").NotNull().Default(0));
    await db.Sql("update articles set word_count = coalesce((select t.words from article_translations t where t.article_id = articles.id and t.language = 'en'), 0)");
    await db.Schema.AlterTable("article_translations", table => table.DropColumn("words"));
}
