async Task Up(Db db)
{
    await db.Schema.AlterTable("comments", table =>
    {
        table.Integer("parent_id").Nullable().References("comments", "id").OnDelete("CASCADE");
        table.SmallInteger("depth").NotNull().Default(0);
        table.Check("comments_depth_limited", "depth between 0 and 8");
    });
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("comments", table =>
    {
        table.DropCheckByName("comments_depth_limited");
        table.DropForeign("parent_id");
        table.DropColumn("parent_id");
        table.DropColumn("depth");
    });
}
