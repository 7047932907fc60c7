async Task Up(Db db)
{
    await db.Schema.CreateTable("tenant_users", table =>
    {
        table.Integer("tenant_id").NotNull().References("tenants", "id").OnDelete("CASCADE");
        table.Integer("user_id").NotNull().References("users", "id").OnDelete("CASCADE");
        table.Boolean("owner").NotNull().Default(false);
        table.Primary("tenant_id", "user_id");
    });
    await db.Sql(
        """
        insert into tenant_users (tenant_id, user_id, owner)
        select t.id, u.id, coalesce(r.name = 'administrator', false)
        from users u cross join tenants t left join roles r on r.id = u.role_id
        where t.slug = 'main'
        """);
}

async Task Down(Db db) => await db.Schema.DropTable("tenant_users");
