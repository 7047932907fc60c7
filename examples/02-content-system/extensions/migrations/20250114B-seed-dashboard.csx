async Task Up(Db db)
{
    var tenant = (await db.Rows<int>("select id from tenants where slug = @slug", new { slug = "main" })).Single();
    var dashboard = await db.Query("dashboards").InsertGetIdAsync<int>(new { tenant_id = tenant, name = "Überblick" });
    await db.BulkInsert("panels", new[]
    {
        new { dashboard_id = dashboard, kind = "articles", position = "{\"x\":0,\"y\":0}", refresh_seconds = (double?)30.5 },
        new { dashboard_id = dashboard, kind = "files", position = "{\"x\":4,\"y\":0}", refresh_seconds = (double?)null },
    });
}

async Task Down(Db db) => await db.Query("dashboards").Where("name", "Überblick").DeleteAsync();
