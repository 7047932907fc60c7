void Change(Db db)
{
    db.Schema.CreateTable("roles", table =>
    {
        table.Increments("id");
        table.String("name", 50).NotNull().Unique();
        table.Text("description").Nullable();
    });
}
