void Change(Db db)
{
    db.Schema.CreateTable("languages", table =>
    {
        table.String("code", 10).Primary();
        table.String("name", 60).NotNull();
        table.Enum("direction", new[] { "ltr", "rtl" }).NotNull().Default("ltr");
    });
    db.Schema.CreateTable("post_translations", table =>
    {
        table.Increments("id");
        table.Integer("post_id").NotNull().References("posts", "id").OnDelete("CASCADE");
        table.String("language", 10).NotNull().References("languages", "code").OnUpdate("CASCADE");
        table.String("title", 200).NotNull();
        table.Text("body").Nullable();
        table.Unique("post_id", "language");
    });
}
