class CreateFolders : Migration
{
    public override void Up() => Schema.CreateTable("folders", table =>
    {
        table.Increments("id");
        table.String("name", 100).NotNull();
        table.Integer("parent_id").Nullable().References("folders", "id").OnDelete("CASCADE");
        table.Unique("parent_id", "name");
    });

    public override void Down() => Schema.DropTable("folders");
}
