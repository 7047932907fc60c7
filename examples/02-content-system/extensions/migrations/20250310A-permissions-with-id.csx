// Field rules need something to hang on to: the key of three columns becomes an id, the old key a unique one.
async Task Up(Db db)
{
    await db.Schema.CreateTable("permissions_next", table =>
    {
        table.Increments("id");
        table.Integer("role_id").NotNull().References("roles", "id").OnDelete("CASCADE");
        table.String("resource", 100).NotNull();
        table.String("action", 20).NotNull();
        table.Json("fields").Nullable();
        table.Unique("role_id", "resource", "action");
    });
    await db.Sql("insert into permissions_next (role_id, resource, action) select role_id, resource, action from permissions order by 1, 2, 3");
    await db.Schema.DropTable("permissions");
    await db.Schema.RenameTable("permissions_next", "permissions");
}

async Task Down(Db db)
{
    await db.Schema.CreateTable("permissions_old", table =>
    {
        table.Integer("role_id").NotNull().References("roles", "id").OnDelete("CASCADE");
        table.String("resource", 100).NotNull();
        table.String("action", 20).NotNull();
        table.Primary("role_id", "resource", "action");
    });
    await db.Sql("insert into permissions_old (role_id, resource, action) select role_id, resource, action from permissions");
    await db.Schema.DropTable("permissions");
    await db.Schema.RenameTable("permissions_old", "permissions");
}
