async Task Up(Db db)
{
    await db.Schema.AlterTable("comments", table =>
    {
        table.Integer("user_id").Nullable().References("users", "id").OnDelete("SET NULL");
        table.Index("user_id");
    });
    await db.Sql(
        """
        update comments
        set user_id = (select u.id from users u where lower(u.email) = lower(comments.author_email))
        where author_email is not null
        """);
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("comments", table =>
    {
        table.DropForeign("user_id");
        table.DropIndex("user_id");
        table.DropColumn("user_id");
    });
}
