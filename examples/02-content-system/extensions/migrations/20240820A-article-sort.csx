async Task Up(Db db)
{
    await db.Schema.AlterTable("articles", table => table.Integer("sort").NotNull().Default(0));
    await db.Sql("update articles set sort = id * 10");
}

async Task Down(Db db) => await db.Schema.AlterTable("articles", table => table.DropColumn("sort"));
