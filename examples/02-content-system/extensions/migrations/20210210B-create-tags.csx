void Change(Db db)
{
    db.Schema.CreateTable("tags", table =>
    {
        table.Increments("id");
        table.String("name", 60).NotNull().Unique();
        table.Char("colour", 7).NotNull().Default("#808080");
    });
    db.Schema.CreateTable("post_tags", table =>
    {
        table.Integer("post_id").NotNull().References("posts", "id").OnDelete("CASCADE");
        table.Integer("tag_id").NotNull().References("tags", "id").OnDelete("CASCADE");
        table.Primary("post_id", "tag_id");
    });
}
