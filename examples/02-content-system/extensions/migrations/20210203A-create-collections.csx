void Change(Db db)
{
    db.Schema.CreateTable("collections", table =>
    {
        table.String("name", 64).Primary();
        table.Boolean("singleton").NotNull().Default(false);
        table.Text("note").Nullable();
        table.SmallInteger("sort").NotNull().Default(0);
    });
}
