void Change(Db db)
{
    db.Schema.CreateTable("dashboards", table =>
    {
        table.Increments("id");
        table.Integer("tenant_id").NotNull().References("tenants", "id").OnDelete("CASCADE");
        table.String("name", 100).NotNull();
    });
    db.Schema.CreateTable("panels", table =>
    {
        table.Increments("id");
        table.Integer("dashboard_id").NotNull().References("dashboards", "id").OnDelete("CASCADE");
        table.String("kind", 40).NotNull();
        table.Json("position").NotNull();
        table.Double("refresh_seconds").Nullable();
    });
}
