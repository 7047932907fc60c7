async Task Up(Db db)
{
    await db.Schema.CreateTable("ratings", table =>
    {
        table.Increments("id");
        table.Integer("article_id").NotNull().References("articles", "id").OnDelete("CASCADE");
        table.Decimal("stars", 3, 2).NotNull().CheckBetween(0, 5);
        table.Time("given_at").Nullable();
    });
    await db.Sql("insert into ratings (article_id, stars) select id, 4.25 from articles where status = 'published'");
}

async Task Down(Db db) => await db.Schema.DropTable("ratings");
